import type { CatchClause, Statement } from '../../syntax/index.ts';
import { isExceptionType } from '../../types/index.ts';
import type { BoundCatch, BoundStatement } from '../boundStatements.ts';
import { nested, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { check } from '../expressions/check.ts';
import { declare } from '../variables.ts';
import { checkBlock } from './check.ts';

export function checkTry(checker: Checker, statement: Statement & { kind: 'try' }): BoundStatement {
  const { at, body, catches, finallyBlock } = statement;
  if (catches.length === 0 && !finallyBlock) {
    checker.report(at, 'Try block must have at least one catch block or a finally block');
  }
  repeatedCatches(checker, catches);
  return {
    kind: 'try',
    at,
    body: checkBlock(checker, body),
    catches: catches.map((one) => checkCatch(checker, one)),
    finallyBlock: finallyBlock && checkBlock(checker, finallyBlock)
  };
}

function repeatedCatches(checker: Checker, catches: readonly CatchClause[]): void {
  const seen = new Set<string>();
  for (const { at, type } of catches) {
    const name = resolve(checker, type).name;
    if (seen.has(name)) checker.report(at, `Exception type already caught: ${name}`);
    seen.add(name);
  }
}

function checkCatch(
  checker: Checker,
  { at, type: name, name: variable, body }: CatchClause
): BoundCatch {
  const type = resolve(checker, name);
  if (type.kind !== 'unknown' && !isExceptionType(checker.types, type)) {
    checker.report(at, `Catch block variable must be of type exception: ${type.name}`);
  }
  const inside = nested(checker);
  const local = declare(inside, { name: variable, type, at });
  return { at, variable: local, body: checkBlock(inside, body) };
}

export function checkThrow(
  checker: Checker,
  { at, value }: Statement & { kind: 'throw' }
): BoundStatement {
  const bound = check(checker, value);
  const { type } = bound;
  if (type.kind !== 'unknown' && type.kind !== 'null' && !isExceptionType(checker.types, type)) {
    checker.report(at, `Throw expression must be of type exception: ${type.name}`);
  }
  return { kind: 'throw', at, value: bound };
}
