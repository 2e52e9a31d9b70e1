import type { Source } from './source.ts';

/** Java's predefined classes as the inside of a JavaScript class (`v` flag). */
const classes: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z_0-9',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029'
};

/** POSIX and Java names of `\p{…}`; ASCII only, as in Java. */
const properties: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsLowercase: '\\p{Lowercase}',
  IsUppercase: '\\p{Uppercase}',
  IsPunctuation: '\\p{P}',
  IsWhite_Space: '\\p{White_Space}'
};

const controls: Readonly<Record<string, string>> = {
  t: '\\t',
  n: '\\n',
  r: '\\r',
  f: '\\f',
  a: '\\x07',
  e: '\\x1B'
};

/**
 * Translates a class escape (`\d`, `\P{Lu}`, after its backslash) into the inside of a class; undefined when the next
 * character begins none.
 */
export function classEscape(source: Source): string | undefined {
  const letter = source.peek();
  const predefined = classes[letter.toLowerCase()];
  if (predefined !== undefined) {
    source.next();
    return letter === letter.toLowerCase() ? predefined : `[^${predefined}]`;
  }
  if (letter !== 'p' && letter !== 'P') return undefined;
  source.next();
  const inner = property(source);
  return letter === 'p' ? inner : `[^${inner}]`;
}

function property(source: Source): string {
  const found = source.match(/\{(\^?)([\w=. ]+)\}|([A-Z])/y);
  if (found === null) return source.fail('Unknown character property');
  const name = found[2] ?? found[3] ?? '';
  const known = properties[name] ?? unicodeProperty(name);
  if (known === undefined) return source.fail(`Unknown character property name {${name}}`);
  return found[1] === '^' ? `[^${known}]` : known;
}

/** `\p{Lu}`, `\p{IsLatin}`, `\p{script=Latin}`: a bare name is a general category, never a script. */
function unicodeProperty(name: string): string | undefined {
  const [, key = '', plain = name] =
    /^(Is|sc=|script=|gc=|general_category=)?(\w+)$/.exec(name) ?? [];
  const category = `General_Category=${plain}`;
  const script = `Script=${plain}`;
  const candidates = {
    '': [category],
    Is: [plain, category, script],
    sc: [script],
    script: [script]
  };
  const allowed = candidates[key.replace('=', '') as keyof typeof candidates] ?? [category];
  const found = allowed.find(isUnicodeProperty);
  return found === undefined ? undefined : `\\p{${found}}`;
}

function isUnicodeProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, 'v').source !== '';
  } catch {
    return false;
  }
}

/** Translates an escape of one character, after its backslash. */
export function characterEscape(source: Source): string {
  const hexadecimal = source.match(/u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]{1,6}\}/y);
  if (hexadecimal !== null) {
    return codePoint(Number.parseInt(hexadecimal[0].replace(/[ux{}]/g, ''), 16));
  }
  const octal = source.match(/0([0-3]?[0-7]{1,2})/y);
  if (octal !== null) return codePoint(Number.parseInt(octal[1] ?? '', 8));
  const control = source.match(/c(.)/y);
  if (control !== null) return codePoint((control[1] ?? '').charCodeAt(0) ^ 64);
  return simpleEscape(source);
}

function simpleEscape(source: Source): string {
  const character = source.next();
  if (character === '') return source.fail('Unexpected internal error');
  const control = controls[character];
  if (control !== undefined) return control;
  if (/[a-zA-Z]/.test(character)) return source.fail('Illegal/unsupported escape sequence');
  return literal(character);
}

function codePoint(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

/** A character that stands for itself, in and outside of a class. */
export function literal(character: string): string {
  if (/[a-zA-Z0-9]/.test(character)) return character;
  return codePoint(character.codePointAt(0) ?? 0);
}
