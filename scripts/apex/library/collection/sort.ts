import type { ApexContext } from '../../platform/index.ts';
import {
  ApexException,
  ApexSObject,
  compareCodeUnits,
  compareValues,
  isNumber,
  toInteger
} from '../../runtime/index.ts';

type Order = (left: unknown, right: unknown) => number;

/**
 * Items in their natural order, null first: numbers, text, dates, records, objects that are Comparable.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm#apex_System_List_sort
 * @throws ApexException ListException when two have no order
 */
export function sortNaturally(context: ApexContext, items: readonly unknown[]): unknown[] {
  return [...items].sort(nullFirst((left, right) => naturalOrder(context, left, right)));
}

/** Items in the order of a `Comparator`, which sees null too. */
export function sortWith(
  context: ApexContext,
  items: readonly unknown[],
  comparator: unknown
): unknown[] {
  // JavaScript does not show undefined to the function, null it does.
  return [...items].sort((left, right) => compareBy(context, comparator, [left, right]));
}

function compareBy(
  context: ApexContext,
  comparator: unknown,
  pair: readonly [unknown, unknown]
): number {
  if (isNativeComparator(comparator)) return comparator.compare(...pair);
  return asInteger(context.program.invoke(comparator, 'compare', pair));
}

/** A comparator that is not a class of the project, such as a Collator. */
export interface NativeComparator {
  compare(left: unknown, right: unknown): number;
}

function isNativeComparator(value: unknown): value is NativeComparator & object {
  return typeof value === 'object' && value !== null && '$nativeComparator' in value;
}

function nullFirst(order: Order): Order {
  return (left, right) => {
    if (left === null) return right === null ? 0 : -1;
    return right === null ? 1 : order(left, right);
  };
}

function naturalOrder(context: ApexContext, left: unknown, right: unknown): number {
  const order = compareValues(left, right);
  if (order !== undefined) return order;
  if (left instanceof ApexSObject && right instanceof ApexSObject)
    return compareRecords(left, right);
  if (typeof left === 'object' && context.program.hasMethod(left, 'compareTo', 1)) {
    return asInteger(context.program.invoke(left, 'compareTo', [right]));
  }
  throw new ApexException(
    'System.ListException',
    'One or more of the items in this list is not Comparable.'
  );
}

function asInteger(value: unknown): number {
  return isNumber(value) ? toInteger(value) : 0;
}

/** By type, then by name, then by the other fields in the order of their names. */
function compareRecords(left: ApexSObject, right: ApexSObject): number {
  const byType = compareCodeUnits(left.type, right.type);
  if (byType !== 0) return byType;
  const names = new Set([...left.setFields(), ...right.setFields()].sort());
  for (const name of ['Name', ...names]) {
    const order = nullFirst((a, b) => compareValues(a, b) ?? 0)(left.peek(name), right.peek(name));
    if (order !== 0) return order;
  }
  return 0;
}
