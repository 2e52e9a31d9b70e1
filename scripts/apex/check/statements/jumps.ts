import type { Statement } from '../../syntax/index.ts';
import type { BoundStatement } from '../boundStatements.ts';
import type { Checker } from '../checker.ts';

export function checkJump(
  checker: Checker,
  { kind, at }: Statement & { kind: 'break' | 'continue' }
): BoundStatement {
  if (checker.loopDepth === 0) {
    const word = kind === 'break' ? 'Break' : 'Continue';
    checker.report(at, `${word} statement must be in loop`);
  }
  return { kind, at };
}
