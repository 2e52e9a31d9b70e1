import { ApexException } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';
import { checkLength } from './limits.ts';

/** Case, width and spaces. */
export const shapeMembers: NativeMembers = {
  'Integer length()': method((self: string) => self.length),
  'String toLowerCase()': method((self: string) => self.toLowerCase()),
  'String toLowerCase(String locale)': method((self: string, locale: string) =>
    self.toLocaleLowerCase(language(locale))
  ),
  'String toUpperCase()': method((self: string) => self.toUpperCase()),
  'String toUpperCase(String locale)': method((self: string, locale: string) =>
    self.toLocaleUpperCase(language(locale))
  ),
  'String capitalize()': method((self: string) => self.charAt(0).toUpperCase() + self.slice(1)),
  'String uncapitalize()': method((self: string) => self.charAt(0).toLowerCase() + self.slice(1)),
  'String swapCase()': method((self: string) => [...self].map(swapCase).join('')),
  'String trim()': method((self: string) => self.replace(/^[\0- ]+|[\0- ]+$/g, '')),
  'String deleteWhitespace()': method((self: string) => self.replace(/\s+/g, '')),
  'String normalizeSpace()': method((self: string) => self.trim().replace(/\s+/g, ' ')),
  'String reverse()': method((self: string) => [...self].reverse().join('')),
  'String repeat(Integer count)': method((self: string, count: number) => repeat(self, '', count)),
  'String repeat(String separator, Integer count)': method(
    (self: string, separator: string, count: number) => repeat(self, separator, count)
  ),
  'String center(Integer size)': method((self: string, size: number) => center(self, size, ' ')),
  'String center(Integer size, String padding)': method(
    (self: string, size: number, padding: string) => center(self, size, padding)
  ),
  'String leftPad(Integer size)': method((self: string, size: number) =>
    self.padStart(checkLength(size))
  ),
  'String leftPad(Integer size, String padding)': method(
    (self: string, size: number, padding: string) =>
      self.padStart(checkLength(size), padding || ' ')
  ),
  'String rightPad(Integer size)': method((self: string, size: number) =>
    self.padEnd(checkLength(size))
  ),
  'String rightPad(Integer size, String padding)': method(
    (self: string, size: number, padding: string) => self.padEnd(checkLength(size), padding || ' ')
  ),
  'String abbreviate(Integer width)': method((self: string, width: number) =>
    abbreviate(self, width, 0)
  ),
  'String abbreviate(Integer width, Integer offset)': method(
    (self: string, width: number, offset: number) => abbreviate(self, width, offset)
  )
};

function language(locale: string): string {
  return locale.replace('_', '-');
}

function swapCase(character: string): string {
  const upper = character.toUpperCase();
  return upper === character ? character.toLowerCase() : upper;
}

function repeat(text: string, separator: string, count: number): string {
  if (count <= 0) return '';
  checkLength((text.length + separator.length) * count);
  return text + (separator + text).repeat(count - 1);
}

function center(text: string, size: number, padding: string): string {
  if (size <= text.length) return text;
  const left = Math.floor((checkLength(size) - text.length) / 2);
  const filler = padding || ' ';
  return text.padStart(text.length + left, filler).padEnd(size, filler);
}

function abbreviate(text: string, width: number, offset: number): string {
  const minimum = offset > 0 ? 7 : 4;
  if (width < minimum) {
    throw new ApexException(
      'System.IllegalArgumentException',
      `Minimum abbreviation width${offset > 0 ? ' with offset' : ''} is ${minimum}`
    );
  }
  if (text.length <= width) return text;
  const start = Math.max(0, Math.min(offset, text.length - (width - 3)));
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (start + width - 3 < text.length) return `...${abbreviate(text.slice(start), width - 3, 0)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}
