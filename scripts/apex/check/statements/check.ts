import { unreachable } from '../../../shared/index.ts';
import type { Block, Statement } from '../../syntax/index.ts';
import type { BoundBlock, BoundStatement } from '../boundStatements.ts';
import { nested } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { condition } from '../convert.ts';
import { check } from '../expressions/check.ts';
import { checkDml } from './dml.ts';
import { checkFor, checkForEach } from './for.ts';
import { checkJump } from './jumps.ts';
import { checkLocals } from './locals.ts';
import { checkReturn } from './return.ts';
import { checkSwitch } from './switch.ts';
import { checkThrow, checkTry } from './try.ts';

export function checkBlock(checker: Checker, block: Block): BoundBlock {
  const inside = nested(checker);
  return {
    kind: 'block',
    at: block.at,
    statements: block.statements.flatMap((one) => checkStatement(inside, one))
  };
}

/** A statement; several variables declared at once become several. */
export function checkStatement(checker: Checker, statement: Statement): readonly BoundStatement[] {
  if (statement.kind === 'locals') return checkLocals(checker, statement);
  return [checkOne(checker, statement)];
}

/** The body of a loop or branch, in a scope of its own. */
export function checkBody(
  checker: Checker,
  statement: Statement | undefined,
  at: Statement['at']
): BoundBlock {
  if (statement?.kind === 'block') return checkBlock(checker, statement);
  const inside = nested(checker);
  return { kind: 'block', at, statements: statement ? checkStatement(inside, statement) : [] };
}

function checkOne(
  checker: Checker,
  statement: Exclude<Statement, { kind: 'locals' }>
): BoundStatement {
  switch (statement.kind) {
    case 'block':
      return checkBlock(checker, statement);
    case 'expression':
      return { kind: 'expression', at: statement.at, expression: standAlone(checker, statement) };
    case 'if':
      return checkIf(checker, statement);
    case 'switch':
      return checkSwitch(checker, statement);
    case 'for':
      return checkFor(checker, statement);
    case 'forEach':
      return checkForEach(checker, statement);
    case 'while':
    case 'doWhile':
      return checkWhile(checker, statement);
    case 'try':
      return checkTry(checker, statement);
    case 'return':
      return checkReturn(checker, statement);
    case 'throw':
      return checkThrow(checker, statement);
    case 'break':
    case 'continue':
      return checkJump(checker, statement);
    case 'dml':
      return checkDml(checker, statement);
    case 'runAs':
      return checkRunAs(checker, statement);
    default:
      return unreachable(statement);
  }
}

const effects = new Set(['call', 'assign', 'step', 'newObject', 'newMap', 'newArray', 'newValues']);

function standAlone(checker: Checker, { expression, at }: Statement & { kind: 'expression' }) {
  if (!effects.has(expression.kind)) checker.report(at, 'Expression cannot be a statement.');
  return check(checker, expression);
}

function checkIf(checker: Checker, statement: Statement & { kind: 'if' }): BoundStatement {
  const { at, whenTrue, whenFalse } = statement;
  return {
    kind: 'if',
    at,
    condition: condition(checker, check(checker, statement.condition)),
    whenTrue: checkBody(checker, whenTrue, at),
    whenFalse: whenFalse && checkBody(checker, whenFalse, whenFalse.at)
  };
}

function checkWhile(
  checker: Checker,
  statement: Statement & { kind: 'while' | 'doWhile' }
): BoundStatement {
  const { kind, at } = statement;
  const inLoop = nested(checker, { loopDepth: checker.loopDepth + 1 });
  const test = condition(checker, check(checker, statement.condition));
  return { kind, at, condition: test, body: checkBody(inLoop, statement.body, at) };
}

function checkRunAs(checker: Checker, statement: Statement & { kind: 'runAs' }): BoundStatement {
  const { at, arguments: given, body } = statement;
  const [user] = given;
  const value = user && check(checker, user);
  if (!value || given.length !== 1) {
    checker.report(at, "runAs requires a single argument of type 'User' or 'Version'");
  }
  const nothing = { kind: 'invalid', at, type: checker.types.native('Object') } as const;
  return { kind: 'runAs', at, user: value ?? nothing, body: checkBlock(checker, body) };
}
