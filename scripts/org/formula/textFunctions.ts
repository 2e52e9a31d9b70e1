import type { FieldValue } from '../store/types.ts';
import type { PlainFunction } from './functionTypes.ts';
import type { FormulaType } from './types.ts';
import { asNumber, asText } from './values.ts';
import { toId18 } from '../schema/index.ts';

type TextRun = (...values: string[]) => FieldValue;

const words: readonly FormulaType[] = ['text', 'picklist', 'multipicklist', 'nothing'];

/** A function of texts; blanks are empty texts. */
function ofText(count: number, run: TextRun, type: FormulaType = 'text'): PlainFunction {
  return {
    accepts: Array.from({ length: count }, () => words),
    type,
    takesBlanks: true,
    run: (values) => run(...values.map(asText))
  };
}

/** A function of a text and numbers. */
function ofTextAndNumbers(
  numbers: number,
  run: (text: string, ...numbers: number[]) => FieldValue
): PlainFunction {
  return {
    accepts: [words, ...Array.from({ length: numbers }, () => 'number' as const)],
    type: 'text',
    takesBlanks: true,
    run: ([text, ...rest]) => run(asText(text), ...rest.map(asNumber))
  };
}

const pad = (atEnd: boolean): PlainFunction => ({
  accepts: [words, 'number', words],
  optional: 1,
  type: 'text',
  takesBlanks: true,
  run: ([text, length, filler]) => {
    const size = asNumber(length);
    const with_ = filler === undefined ? ' ' : asText(filler);
    const whole = asText(text).slice(0, size);
    return atEnd ? whole.padEnd(size, with_) : whole.padStart(size, with_);
  }
});

const htmlEntities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;'
};

const escapeHtml = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => htmlEntities[character] ?? character);

/** Java's possessive quantifiers and inline flags aside, its patterns are JavaScript's; a match is of the whole text. */
function matches(text: string, pattern: string): boolean {
  const caseless = pattern.startsWith('(?i)');
  return new RegExp(`^(?:${caseless ? pattern.slice(4) : pattern})$`, caseless ? 'is' : 's').test(
    text
  );
}

/** @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm */
export const textFunctions: Readonly<Record<string, PlainFunction>> = {
  ASCII: ofText(1, (text) => text.codePointAt(0) ?? null, 'number'),
  BEGINS: ofText(2, (text, start) => text.startsWith(start), 'boolean'),
  BR: { accepts: [], type: 'text', run: () => '\n' },
  CASESAFEID: ofText(1, (id) => toId18(id)),
  CHR: { accepts: ['number'], type: 'text', run: ([code]) => String.fromCodePoint(asNumber(code)) },
  CONTAINS: ofText(2, (text, part) => text.includes(part), 'boolean'),
  FIND: {
    accepts: [words, words, 'number'],
    optional: 1,
    type: 'number',
    takesBlanks: true,
    run: ([part, text, start]) =>
      asText(part) === ''
        ? 0
        : asText(text).indexOf(asText(part), start === undefined ? 0 : asNumber(start) - 1) + 1
  },
  HTMLENCODE: ofText(1, escapeHtml),
  HYPERLINK: {
    accepts: [words, words, words],
    optional: 1,
    type: 'text',
    takesBlanks: true,
    run: ([url, label, target]) =>
      `<a href="${asText(url)}" target="${target === undefined ? '_blank' : asText(target)}">${asText(label)}</a>`
  },
  IMAGE: {
    accepts: [words, words, 'number', 'number'],
    optional: 2,
    type: 'text',
    takesBlanks: true,
    run: ([url, text, height, width]) => {
      const size =
        height === undefined
          ? ''
          : ` style="height:${asText(height)}px; width:${asText(width)}px;"`;
      return `<img src="${asText(url)}" alt="${asText(text)}"${size} border="0"/>`;
    }
  },
  INCLUDES: ofText(2, (values, value) => values.split(';').includes(value), 'boolean'),
  INITCAP: ofText(1, (text) =>
    text.toLowerCase().replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (whole) => whole.toUpperCase())
  ),
  ISPICKVAL: ofText(2, (picked, value) => picked === value, 'boolean'),
  JSENCODE: ofText(1, (text) => text.replace(/['"\\]/g, '\\$&').replace(/\n/g, '\\n')),
  LEFT: ofTextAndNumbers(1, (text, count = 0) => text.slice(0, Math.max(0, count))),
  LEN: ofText(1, (text) => text.length, 'number'),
  LOWER: { ...ofText(2, (text) => text.toLowerCase()), optional: 1 },
  LPAD: pad(false),
  MID: ofTextAndNumbers(2, (text, start = 1, count = 0) =>
    text.slice(Math.max(0, start - 1), Math.max(0, start - 1) + count)
  ),
  PICKLISTCOUNT: ofText(1, (values) => (values === '' ? 0 : values.split(';').length), 'number'),
  REGEX: ofText(2, matches, 'boolean'),
  REVERSE: ofText(1, (text) => [...text].reverse().join('')),
  RIGHT: ofTextAndNumbers(1, (text, count = 0) => (count <= 0 ? '' : text.slice(-count))),
  RPAD: pad(true),
  SUBSTITUTE: ofText(3, (text, from = '', to = '') =>
    from === '' ? text : text.replaceAll(from, () => to)
  ),
  TRIM: ofText(1, (text) => text.trim()),
  UPPER: { ...ofText(2, (text) => text.toUpperCase()), optional: 1 },
  URLENCODE: ofText(1, (text) => encodeURIComponent(text).replaceAll('%20', '+'))
};
