import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { ApexEnumValue } from './enum.ts';
import { compareNumbers, isNumber } from './numbers.ts';

/**
 * Order of two values that are not null, as `<` and `sort` see it: negative, 0 or positive; undefined when the two
 * have no natural order.
 */
export function compareValues(left: unknown, right: unknown): number | undefined {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareCodeUnits(left, right);
  const [first, second] = [rankOf(left), rankOf(right)];
  return first === undefined || second === undefined ? undefined : first - second;
}

/** A number that orders the values of a type; dates and datetimes share theirs. */
function rankOf(value: unknown): number | undefined {
  if (value instanceof ApexDatetime) return value.time;
  if (value instanceof ApexDate) return value.epochMilliseconds;
  if (value instanceof ApexTime) return value.milliseconds;
  if (value instanceof ApexEnumValue) return value.ordinal;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** Text in the order of its characters, `compareTo` and `sort`. */
export function compareCodeUnits(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Text as `<` sees it: in the order of the English language, ignoring case. */
export function compareStrings(left: string, right: string): number {
  return collator.compare(left, right);
}

export type OrderOperator = '<' | '<=' | '>' | '>=';

/**
 * `left < right` and its kin, for two values of comparable types. With null it is false, except that any text is
 * greater than null.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function orders(operator: OrderOperator, left: unknown, right: unknown): boolean {
  const order = orderOf(left, right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function orderOf(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (left !== null && right !== null) return compareValues(left, right);
  if (typeof left === 'string') return 1;
  return typeof right === 'string' ? -1 : undefined;
}
