import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, recordOf } from '../convert.ts';
import type { Operands } from './binary.ts';
import { commonType } from './ternary.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_NullCoalescingOperator.htm */
export function coalesce(checker: Checker, _operator: '??', { left, right, at }: Operands): Bound {
  const type = commonType(checker, left, right);
  if (!type) {
    const message = `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`;
    return invalid(checker, at, message);
  }
  return { kind: 'coalesce', at, type, left: leftOf(left, type), right: convert(right, type) };
}

/** A query for one record gives null when there is no row: the right side is taken instead. */
function leftOf(left: Bound, type: Bound['type']): Bound {
  const isRecord = left.kind === 'soql' && left.mode === 'list' && type === recordOf(left);
  return isRecord ? { ...left, mode: 'first', type } : convert(left, type);
}
