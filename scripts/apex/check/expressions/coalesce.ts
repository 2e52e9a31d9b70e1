import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import type { Operands } from './binary.ts';
import { commonType } from './ternary.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_NullCoalescingOperator.htm */
export function coalesce(checker: Checker, _operator: '??', { left, right, at }: Operands): Bound {
  const type = commonType(checker, left, right);
  if (!type) {
    const message = `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`;
    return invalid(checker, at, message);
  }
  return { kind: 'coalesce', at, type, left: convert(left, type), right: convert(right, type) };
}
