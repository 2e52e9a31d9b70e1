import { ApexException, ApexList } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';
import { indexOfDifference } from './search.ts';

/** Pieces of a text, and texts without pieces. */
export const partMembers: NativeMembers = {
  'String substring(Integer start)': method((self: string, start: number) =>
    substring(self, start, self.length)
  ),
  'String substring(Integer start, Integer end)': method(substring),
  'String left(Integer length)': method((self: string, length: number) =>
    self.slice(0, Math.max(0, length))
  ),
  'String right(Integer length)': method((self: string, length: number) =>
    length <= 0 ? '' : self.slice(-length)
  ),
  'String mid(Integer start, Integer length)': method(
    (self: string, start: number, length: number) => mid(self, start, length)
  ),
  'String substringAfter(String separator)': method((self: string, separator: string) =>
    after(self, self.indexOf(separator), separator)
  ),
  'String substringAfterLast(String separator)': method((self: string, separator: string) =>
    separator === '' ? '' : after(self, self.lastIndexOf(separator), separator)
  ),
  'String substringBefore(String separator)': method((self: string, separator: string) =>
    before(self, self.indexOf(separator))
  ),
  'String substringBeforeLast(String separator)': method((self: string, separator: string) =>
    separator === '' ? self : before(self, self.lastIndexOf(separator))
  ),
  'String substringBetween(String tag)': method((self: string, tag: string) =>
    between(self, tag, tag)
  ),
  'String substringBetween(String open, String close)': method(between),
  'String remove(String part)': method((self: string, part: string) => self.replaceAll(part, '')),
  'String removeStart(String part)': method((self: string, part: string) =>
    self.startsWith(part) ? self.slice(part.length) : self
  ),
  'String removeStartIgnoreCase(String part)': method((self: string, part: string) =>
    self.toLowerCase().startsWith(part.toLowerCase()) ? self.slice(part.length) : self
  ),
  'String removeEnd(String part)': method((self: string, part: string) =>
    self.endsWith(part) ? self.slice(0, self.length - part.length) : self
  ),
  'String removeEndIgnoreCase(String part)': method((self: string, part: string) =>
    self.toLowerCase().endsWith(part.toLowerCase())
      ? self.slice(0, self.length - part.length)
      : self
  ),
  'String difference(String other)': method((self: string, other: string) => {
    const index = indexOfDifference(self, other);
    return index === -1 ? '' : other.slice(index);
  }),
  'List<Integer> getChars()': method(
    (self: string) =>
      new ApexList(
        'Integer',
        Array.from({ length: self.length }, (_, index) => self.charCodeAt(index))
      )
  ),
  'List<String> splitByCharacterType()': method((self: string) =>
    texts(self.match(characterTypes) ?? [])
  ),
  'List<String> splitByCharacterTypeCamelCase()': method((self: string) =>
    texts(self.match(camelCase) ?? [])
  )
};

const characterTypes =
  /\p{Lu}+|\p{Ll}+|\p{L}+|\p{Nd}+|\p{Z}+|\p{Cc}+|\p{Pd}+|\p{Ps}+|\p{Pe}+|\p{Pc}+|\p{P}+|\p{Sm}+|\p{Sc}+|\p{Sk}+|\p{So}+|./gsu;

const camelCase = new RegExp(
  `\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}\\p{Ll}+|${characterTypes.source}`,
  'gsu'
);

/** A `List<String>` of these texts. */
export function texts(items: readonly string[]): ApexList {
  return new ApexList('String', [...items]);
}

/** @throws ApexException `System.StringException: Ending position out of bounds: 9` */
export function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length) throw outOfBounds('Starting', start);
  if (end < start || end > text.length) throw outOfBounds('Ending', end);
  return text.slice(start, end);
}

function outOfBounds(which: string, position: number): ApexException {
  return new ApexException(
    'System.StringException',
    `${which} position out of bounds: ${position}`
  );
}

function mid(text: string, start: number, length: number): string {
  const from = Math.max(0, start);
  return length < 0 ? '' : text.slice(from, from + length);
}

function after(text: string, index: number, separator: string): string {
  return index === -1 ? '' : text.slice(index + separator.length);
}

function before(text: string, index: number): string {
  return index === -1 ? text : text.slice(0, index);
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start === -1) return null;
  const end = text.indexOf(close, start + open.length);
  return end === -1 ? null : text.slice(start + open.length, end);
}
