import type { ApexContext } from '../../platform/index.ts';
import type { ApexList } from '../../runtime/index.ts';
import { ApexException, compareCodeUnits, equalStrings, hashText } from '../../runtime/index.ts';
import { lenient, method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';

/** Cells that a distance may take to compute: two texts of 10,000 characters. */
const maximumDistanceCells = 100_000_000;

/** Two texts side by side. */
export const compareMembers: NativeMembers = {
  'Integer compareTo(String other)': method(compareTo),
  'Boolean equals(String other)': (_context: ApexContext, self: string, other: string | null) =>
    self === other,
  'Boolean equals(Object other)': (_context: ApexContext, self: string, other: unknown) =>
    self === other,
  'Boolean equalsIgnoreCase(String other)': (
    _context: ApexContext,
    self: string,
    other: string | null
  ) => equalStrings(self, other),
  'Integer hashCode()': method(hashText),
  'Integer getLevenshteinDistance(String other)': method(levenshtein),
  'Integer getLevenshteinDistance(String other, Integer threshold)': method(
    (self: string, other: string, threshold: number) => {
      const distance = levenshtein(self, other);
      return distance > threshold ? -1 : distance;
    }
  ),
  'static String getCommonPrefix(List<String> texts)': lenient((list: ApexList | null) =>
    commonPrefix((list?.items ?? []) as (string | null)[])
  )
};

/** As Java: the difference of the first characters that differ, else of the lengths. */
function compareTo(left: string, right: string): number {
  if (compareCodeUnits(left, right) === 0) return 0;
  const end = Math.min(left.length, right.length);
  for (let index = 0; index < end; index++) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function levenshtein(left: string, right: string): number {
  if (left.length * right.length > maximumDistanceCells) {
    throw new ApexException('System.LimitException', 'Apex CPU time limit exceeded');
  }
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let index = 0; index < left.length; index++) row = nextRow(row, left[index], right);
  return row[right.length] ?? 0;
}

function nextRow(above: readonly number[], character: string | undefined, right: string): number[] {
  const row = [(above[0] ?? 0) + 1];
  for (let index = 1; index <= right.length; index++) {
    const replaced = (above[index - 1] ?? 0) + (right[index - 1] === character ? 0 : 1);
    row.push(Math.min(replaced, (above[index] ?? 0) + 1, (row[index - 1] ?? 0) + 1));
  }
  return row;
}

function commonPrefix(items: readonly (string | null)[]): string {
  const first = items[0] ?? '';
  const length = items.reduce(
    (shortest, item) => Math.min(shortest, sharedLength(first, item ?? '')),
    first.length
  );
  return first.slice(0, length);
}

function sharedLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
