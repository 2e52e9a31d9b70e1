import type { RollUpDefinition } from '../../apex/index.ts';
import type { FieldValue, StoredRow } from '../store/types.ts';

/** Reads a child's field, computed where it is a formula. */
export type ReadField = (row: StoredRow, field: string) => FieldValue;

/** The value of a roll-up summary over the child rows of one parent. */
export function summarize(
  rollUp: RollUpDefinition,
  rows: readonly StoredRow[],
  read: ReadField
): FieldValue {
  const counted = rows.filter((row) =>
    rollUp.filters.every((filter) => matches(read(row, filter.field), filter))
  );
  if (rollUp.operation === 'COUNT') return counted.length;
  const values = counted.flatMap((row) => {
    const value = read(row, rollUp.summarizedField ?? '');
    return value === null ? [] : [value];
  });
  if (rollUp.operation === 'SUM') return sum(values);
  return extreme(values, rollUp.operation);
}

/** Adds as decimals: 0.1 + 0.2 is 0.3. */
function sum(values: readonly FieldValue[]): number {
  const total = values.reduce<number>((before, value) => before + Number(value), 0);
  return Number(total.toFixed(10));
}

function extreme(values: readonly FieldValue[], operation: 'MIN' | 'MAX'): FieldValue {
  return values.reduce<FieldValue>((best, value) => {
    if (best === null || value === null) return best ?? value;
    const isLess = value < best;
    return isLess === (operation === 'MIN') ? value : best;
  }, null);
}

type Filter = RollUpDefinition['filters'][number];
type Test = (value: FieldValue, wanted: string) => boolean;

const lower = (value: FieldValue): string => String(value ?? '').toLowerCase();

function compare(value: FieldValue, wanted: string): number {
  if (typeof value === 'number') return value - Number(wanted);
  return lower(value).localeCompare(lower(wanted));
}

/** `equals` and `notEqual` take several values, separated by commas. */
const isOneOf: Test = (value, wanted) =>
  wanted.split(',').some((part) => compare(value, part.trim()) === 0);

const contains: Test = (value, wanted) => lower(value).includes(lower(wanted));

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm (FilterItem) */
const operations: Readonly<Record<string, Test>> = {
  equals: isOneOf,
  notEqual: (value, wanted) => !isOneOf(value, wanted),
  lessThan: (value, wanted) => value !== null && compare(value, wanted) < 0,
  lessOrEqual: (value, wanted) => value !== null && compare(value, wanted) <= 0,
  greaterThan: (value, wanted) => value !== null && compare(value, wanted) > 0,
  greaterOrEqual: (value, wanted) => value !== null && compare(value, wanted) >= 0,
  contains,
  notContain: (value, wanted) => !contains(value, wanted),
  startsWith: (value, wanted) => lower(value).startsWith(lower(wanted)),
  includes: includesAny,
  excludes: (value, wanted) => !includesAny(value, wanted)
};

function includesAny(value: FieldValue, wanted: string): boolean {
  const chosen = lower(value).split(';');
  return wanted.split(/[,;]/).some((part) => chosen.includes(lower(part.trim())));
}

function matches(found: FieldValue, { field, operation, value }: Filter): boolean {
  const test = operations[operation];
  if (test === undefined) throw new Error(`Unknown filter operation ${operation} on ${field}.`);
  return test(found, value);
}
