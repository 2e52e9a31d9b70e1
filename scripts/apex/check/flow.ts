import type { Block, Expression, Statement } from '../syntax/index.ts';
import type { Checker } from './checker.ts';

/** Can what follows the statement be reached? Statements that cannot be reached are reported on the way. */
export function completes(checker: Checker, statement: Statement): boolean {
  switch (statement.kind) {
    case 'block':
      return blockCompletes(checker, statement);
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'if':
      return ifCompletes(checker, statement);
    case 'while':
    case 'for':
      if (statement.body) completes(checker, statement.body);
      return !isEndless(statement.condition) || breaks(statement.body);
    case 'doWhile':
      completes(checker, statement.body);
      return !isEndless(statement.condition) || breaks(statement.body);
    case 'forEach':
      if (statement.body) completes(checker, statement.body);
      return true;
    case 'switch':
      return switchCompletes(checker, statement);
    case 'try':
      return tryCompletes(checker, statement);
    case 'runAs':
      completes(checker, statement.body);
      return true;
    case 'locals':
    case 'expression':
    case 'dml':
      return true;
  }
}

function blockCompletes(checker: Checker, { statements }: Block): boolean {
  let reachable = true;
  for (const statement of statements) {
    if (!reachable) {
      checker.report(statement.at, 'Unreachable statement');
      return false;
    }
    reachable = completes(checker, statement);
  }
  return reachable;
}

function ifCompletes(checker: Checker, statement: Statement & { kind: 'if' }): boolean {
  const first = completes(checker, statement.whenTrue);
  if (!statement.whenFalse) return true;
  const second = completes(checker, statement.whenFalse);
  return first || second;
}

function switchCompletes(checker: Checker, { cases }: Statement & { kind: 'switch' }): boolean {
  const results = cases.map(({ body }) => completes(checker, body));
  const hasElse = cases.some(({ match }) => match.kind === 'else');
  return !hasElse || results.includes(true);
}

function tryCompletes(
  checker: Checker,
  { body, catches, finallyBlock }: Statement & { kind: 'try' }
): boolean {
  const results = [body, ...catches.map((one) => one.body)].map((one) => completes(checker, one));
  const last = finallyBlock ? completes(checker, finallyBlock) : true;
  return last && results.includes(true);
}

/** `while (true)`, `for (;;)` */
function isEndless(condition: Expression | undefined): boolean {
  if (condition === undefined) return true;
  return condition.kind === 'literal' && condition.value === 'true';
}

/** Is there a break out of the loop whose body this is? */
function breaks(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(breaks);
    case 'if':
      return breaks(statement.whenTrue) || breaks(statement.whenFalse);
    case 'switch':
      return statement.cases.some(({ body }) => breaks(body));
    case 'try':
      return [statement.body, ...statement.catches.map(({ body }) => body)].some(breaks);
    case 'runAs':
      return breaks(statement.body);
    default:
      return false;
  }
}
