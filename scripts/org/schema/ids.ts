import { createHash } from 'node:crypto';

const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three check characters of a 15-character id. */
function checksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let flags = 0;
    for (let bit = 0; bit < 5; bit++) {
      const code = id15.charCodeAt(block + bit);
      if (code >= 65 && code <= 90) flags |= 1 << bit;
    }
    suffix += suffixAlphabet.charAt(flags);
  }
  return suffix;
}

/**
 * An id in its 18-character form. What is no id comes back as it is.
 * @see https://help.salesforce.com/s/articleView?id=000383751
 */
export function toId18(id: string): string {
  if (id.length === 15 && /^[0-9A-Za-z]{15}$/.test(id)) return id + checksum(id);
  return id;
}

/** Whether the text has the form of an id, with the right check characters where it has them. */
export function isId(text: string): boolean {
  if (!/^[0-9A-Za-z]+$/.test(text)) return false;
  if (text.length === 15) return true;
  return text.length === 18 && checksum(text.slice(0, 15)) === text.slice(15).toUpperCase();
}

/** A number in base 62, `width` characters wide. */
export function base62(value: number, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62))
    text = digits.charAt(rest % 62) + text;
  return text.padStart(width, '0');
}

/** The id of the `count`th record of the object with this key prefix. */
export function serialId(keyPrefix: string, count: number): string {
  return toId18(`${keyPrefix}${base62(count, 12)}`);
}

/** The id of something that has a name and no row of its own, such as a record type: the same name, the same id. */
export function namedId(keyPrefix: string, name: string): string {
  return toId18(`${keyPrefix}000${base62(hashOf(name), 9)}`);
}

/** A whole number below 2^48 that depends on the text only. */
export function hashOf(text: string): number {
  return createHash('sha1').update(text).digest().readUIntBE(0, 6);
}
