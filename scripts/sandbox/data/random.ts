import { seededRandom } from '../../shared/index.ts';
import type { Random } from '../../shared/index.ts';
import { instant } from '../store/index.ts';

const lowerAlphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** FNV-1a, 32 bits (public domain). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** A random source of its own for each `key`, so that what happens first never changes the rest. */
export function randomFor(seed: number, key: string): Random {
  return seededRandom(hash(`${seed}/${key}`));
}

/** `length` characters of `alphabet` (lower-case letters and digits unless given). */
export function code(random: Random, length: number, alphabet = lowerAlphanumeric): string {
  const letters = [...alphabet];
  return Array.from({ length }, () => random.pick(letters)).join('');
}

/** `length` decimal digits, the first not zero. */
export function digits(random: Random, length: number): string {
  return code(random, 1, '123456789') + code(random, length - 1, '0123456789');
}

/** True with the given probability (0..1). */
export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

/** A key of `weights`, as often as its weight says. */
export function weighted<T extends string>(random: Random, weights: readonly [T, number][]): T {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let position = random.next() * total;
  const found = weights.find(([, weight]) => (position -= weight) < 0) ?? weights.at(-1);
  if (!found) throw new RangeError('Cannot pick from an empty table.');
  return found[0];
}

/** Between `minimum` and `maximum` different elements of `items`, in their order. */
export function some<T>(
  random: Random,
  items: readonly T[],
  [minimum, maximum]: [number, number]
): T[] {
  const wanted = random.integer(minimum, maximum);
  const ranked = items.map((item, index) => ({ item, index, rank: random.next() }));
  const chosen = ranked.sort((a, b) => a.rank - b.rank).slice(0, wanted);
  return chosen.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** An instant between `from` and `to` (milliseconds since 1970). */
export function between(random: Random, from: number, to: number): string {
  return instant(from + Math.floor(random.next() * (to - from)));
}
