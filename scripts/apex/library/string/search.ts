import { ApexException } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';

/** Where a text is within another, and what is around it. */
export const searchMembers: NativeMembers = {
  'Boolean contains(String part)': method((self: string, part: string) => self.includes(part)),
  'Boolean containsAny(String characters)': method((self: string, characters: string) =>
    [...characters].some((character) => self.includes(character))
  ),
  'Boolean containsIgnoreCase(String part)': method((self: string, part: string) =>
    self.toLowerCase().includes(part.toLowerCase())
  ),
  'Boolean containsNone(String characters)': method((self: string, characters: string) =>
    [...characters].every((character) => !self.includes(character))
  ),
  'Boolean containsOnly(String characters)': method((self: string, characters: string) =>
    [...self].every((character) => characters.includes(character))
  ),
  'Boolean containsWhitespace()': method((self: string) => /\s/.test(self)),
  'Integer countMatches(String part)': method((self: string, part: string) =>
    part === '' ? 0 : self.split(part).length - 1
  ),
  'Boolean startsWith(String prefix)': method((self: string, prefix: string) =>
    self.startsWith(prefix)
  ),
  'Boolean startsWithIgnoreCase(String prefix)': method((self: string, prefix: string) =>
    self.toLowerCase().startsWith(prefix.toLowerCase())
  ),
  'Boolean endsWith(String suffix)': method((self: string, suffix: string) =>
    self.endsWith(suffix)
  ),
  'Boolean endsWithIgnoreCase(String suffix)': method((self: string, suffix: string) =>
    self.toLowerCase().endsWith(suffix.toLowerCase())
  ),
  'Integer indexOf(String part)': method((self: string, part: string) => self.indexOf(part)),
  'Integer indexOf(String part, Integer start)': method(
    (self: string, part: string, start: number) => self.indexOf(part, start)
  ),
  'Integer indexOfIgnoreCase(String part)': method((self: string, part: string) =>
    self.toLowerCase().indexOf(part.toLowerCase())
  ),
  'Integer indexOfIgnoreCase(String part, Integer start)': method(
    (self: string, part: string, start: number) =>
      self.toLowerCase().indexOf(part.toLowerCase(), start)
  ),
  'Integer indexOfAny(String characters)': method((self: string, characters: string) =>
    [...self].findIndex((character) => characters.includes(character))
  ),
  'Integer indexOfAnyBut(String characters)': method((self: string, characters: string) =>
    [...self].findIndex((character) => !characters.includes(character))
  ),
  'Integer indexOfChar(Integer character)': method((self: string, character: number) =>
    self.indexOf(String.fromCodePoint(character))
  ),
  'Integer indexOfChar(Integer character, Integer start)': method(
    (self: string, character: number, start: number) =>
      self.indexOf(String.fromCodePoint(character), start)
  ),
  'Integer indexOfDifference(String other)': method((self: string, other: string) =>
    indexOfDifference(self, other)
  ),
  'Integer lastIndexOf(String part)': method((self: string, part: string) =>
    self.lastIndexOf(part)
  ),
  'Integer lastIndexOf(String part, Integer end)': method(
    (self: string, part: string, end: number) => lastIndexOf(self, part, end)
  ),
  'Integer lastIndexOfIgnoreCase(String part)': method((self: string, part: string) =>
    self.toLowerCase().lastIndexOf(part.toLowerCase())
  ),
  'Integer lastIndexOfIgnoreCase(String part, Integer end)': method(
    (self: string, part: string, end: number) =>
      lastIndexOf(self.toLowerCase(), part.toLowerCase(), end)
  ),
  'Integer lastIndexOfChar(Integer character)': method((self: string, character: number) =>
    self.lastIndexOf(String.fromCodePoint(character))
  ),
  'Integer lastIndexOfChar(Integer character, Integer end)': method(
    (self: string, character: number, end: number) =>
      lastIndexOf(self, String.fromCodePoint(character), end)
  ),
  'Integer charAt(Integer index)': method((self: string, index: number) =>
    self.charCodeAt(checkIndex(self, index))
  ),
  'Integer codePointAt(Integer index)': method((self: string, index: number) =>
    self.codePointAt(checkIndex(self, index))
  ),
  'Integer codePointBefore(Integer index)': method((self: string, index: number) =>
    [...self.slice(0, checkIndex(self, index - 1) + 1)].at(-1)?.codePointAt(0)
  ),
  'Integer codePointCount(Integer start, Integer end)': method(
    (self: string, start: number, end: number) => [...self.slice(start, end)].length
  ),
  'Integer offsetByCodePoints(Integer index, Integer offset)': method(
    (self: string, index: number, offset: number) => offsetByCodePoints(self, index, offset)
  )
};

/** The first position where two texts differ, or -1. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  const end = Math.min(left.length, right.length);
  for (let index = 0; index < end; index++) if (left[index] !== right[index]) return index;
  return end;
}

function lastIndexOf(text: string, part: string, end: number): number {
  return end < 0 ? -1 : text.lastIndexOf(part, end);
}

function checkIndex(text: string, index: number): number {
  if (index >= 0 && index < text.length) return index;
  throw new ApexException('System.StringException', `String index out of range: ${index}`);
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  if (offset >= 0) return index + [...text.slice(index)].slice(0, offset).join('').length;
  return [...text.slice(0, index)].slice(0, offset).join('').length;
}
