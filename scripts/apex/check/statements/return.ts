import type { Statement } from '../../syntax/index.ts';
import type { BoundStatement } from '../boundStatements.ts';
import type { Checker } from '../checker.ts';
import { convert, fits } from '../convert.ts';
import { check } from '../expressions/check.ts';

export function checkReturn(
  checker: Checker,
  { at, value }: Statement & { kind: 'return' }
): BoundStatement {
  const { returnType } = checker;
  if (!value) {
    if (returnType.kind !== 'void' && returnType.kind !== 'unknown') {
      checker.report(at, `Missing return statement required return type: ${returnType.name}`);
    }
    return { kind: 'return', at, value: undefined };
  }
  const bound = check(checker, value);
  if (returnType.kind === 'void') {
    checker.report(at, voidMistake(checker));
    return { kind: 'return', at, value: bound };
  }
  if (!fits(checker, bound, returnType)) {
    checker.report(at, `Illegal conversion from ${bound.type.name} to ${returnType.name}`);
  }
  return { kind: 'return', at, value: convert(bound, returnType) };
}

function voidMistake({ isConstructor, triggerObject }: Checker): string {
  if (isConstructor) return 'Constructors must not return a value';
  return triggerObject
    ? 'Trigger bodies must not return a value'
    : 'Void method must not return a value';
}
