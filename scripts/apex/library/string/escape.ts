import { lenient, method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';
import { html3Entities, html4Entities, xmlEntities } from './entities.ts';

type Entities = ReadonlyMap<string, string>;

const escapeWith = (entities: Entities) => method((self: string) => escapeMarkup(self, entities));
const unescapeWith = (entities: Entities) =>
  method((self: string) => unescapeMarkup(self, entities));

/** Escapes for other languages and back. */
export const escapeMembers: NativeMembers = {
  'static String escapeSingleQuotes(String text)': lenient(
    (text: string | null) => text?.replace(/['\\]/g, '\\$&') ?? null
  ),
  'String escapeCsv()': method(escapeCsv),
  'String unescapeCsv()': method(unescapeCsv),
  'String escapeEcmaScript()': method((self: string) => escapeJava(self).replace(/['/]/g, '\\$&')),
  'String unescapeEcmaScript()': method(unescapeJava),
  'String escapeJava()': method(escapeJava),
  'String unescapeJava()': method(unescapeJava),
  'String escapeUnicode()': method((self: string) => self.replace(/[^\0-\x7F]/g, unicodeEscape)),
  'String unescapeUnicode()': method((self: string) =>
    self.replace(/\\u+([0-9a-fA-F]{4})/g, (_escape, code: string) => fromHex(code))
  ),
  'String escapeHtml3()': escapeWith(html3Entities),
  'String unescapeHtml3()': unescapeWith(html3Entities),
  'String escapeHtml4()': escapeWith(html4Entities),
  'String unescapeHtml4()': unescapeWith(html4Entities),
  'String escapeXml()': escapeWith(xmlEntities),
  'String unescapeXml()': unescapeWith(xmlEntities),
  'String stripHtmlTags()': method(stripHtmlTags)
};

function escapeMarkup(text: string, entities: Entities): string {
  return text.replace(/[^\w\s]/g, (character) => {
    const name = entities.get(character);
    return name === undefined ? character : `&${name};`;
  });
}

function unescapeMarkup(text: string, entities: Entities): string {
  const characters = new Map([...entities].map(([character, name]) => [name, character]));
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,10}));/g,
    (entity, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return characters.get(name) ?? entity;
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    }
  );
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unescapeCsv(text: string): string {
  if (!/^".*"$/s.test(text) || text.length < 2) return text;
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

const javaEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\'
};

const javaCharacters: Readonly<Record<string, string>> = {
  b: '\b',
  n: '\n',
  t: '\t',
  f: '\f',
  r: '\r'
};

function escapeJava(text: string): string {
  return text.replace(
    /["\\]|[^ -~]/g,
    (character) => javaEscapes[character] ?? unicodeEscape(character)
  );
}

function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))/gs,
    (_escape, code?: string, octal?: string, character?: string) => {
      if (code !== undefined) return fromHex(code);
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return javaCharacters[character ?? ''] ?? character ?? '';
    }
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function fromHex(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** Tags go, line breaks stay as such, entities become characters. */
function stripHtmlTags(text: string): string {
  const broken = text.replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n');
  const plain = broken.replace(/<\/?[a-zA-Z!][^<>]*>/g, '');
  return unescapeMarkup(plain, html4Entities).trim();
}
