import type { ApexDate } from '../../runtime/index.ts';
import {
  ApexBlob,
  ApexDatetime,
  ApexDecimal,
  ApexException,
  ApexTime,
  parseDouble,
  parseInteger,
  parseLong,
  toDecimal,
  toId,
  toInteger,
  toLong
} from '../../runtime/index.ts';
import { parseDate, parseInstant } from '../datetime/index.ts';
import { jsonException } from './errors.ts';
import type { JsonNode } from './node.ts';

/** Makes Apex primitives of the text of a JSON string, number or boolean. */
const readers: Readonly<Record<string, (text: string, node: JsonNode) => unknown>> = {
  string: (text) => text,
  id: (text) => (text === '' ? null : toId(text)),
  integer: (text) => (/[.eE]/.test(text) ? toInteger(wholeNumber(text)) : parseInteger(text)),
  long: (text) => (/[.eE]/.test(text) ? toLong(wholeNumber(text)) : parseLong(text)),
  double: parseDouble,
  decimal: (text) => ApexDecimal.parse(text),
  boolean: readBoolean,
  date: (text) => readDate(text),
  datetime: readDatetime,
  time: (text) => readTime(text),
  blob: (text) => new ApexBlob(Buffer.from(text, 'base64'))
};

/** Is this the name of a primitive type? */
export function isScalarType(name: string): boolean {
  return Object.hasOwn(readers, name.toLowerCase());
}

/**
 * A JSON scalar as a value of a primitive type.
 * @throws ApexException JSONException when it does not fit
 */
export function readScalar(node: JsonNode, type: string): unknown {
  const read = readers[type.toLowerCase()];
  const text = scalarText(node);
  if (read === undefined || text === undefined) throw jsonException('Illegal value for primitive');
  try {
    return read(text, node);
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    if (error.$type === 'System.StringException') throw error;
    throw jsonException(
      error.$type === 'System.JSONException'
        ? (error.text ?? '')
        : `Illegal value for primitive: ${text}`
    );
  }
}

function scalarText(node: JsonNode): string | undefined {
  if (node.kind === 'string' || node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : undefined;
}

function wholeNumber(text: string): ApexDecimal {
  const value = ApexDecimal.parse(text);
  const stripped = value.stripTrailingZeros();
  if (stripped.scale > 0) throw jsonException(`Illegal value for primitive: ${text}`);
  return toDecimal(stripped);
}

function readBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  throw jsonException(`Illegal value for boolean: ${text}`);
}

function readDate(text: string): ApexDate {
  try {
    return parseDate(text);
  } catch {
    throw jsonException(`Invalid format: "${text}"`);
  }
}

function readDatetime(text: string, node: JsonNode): ApexDatetime {
  if (node.kind === 'number') return new ApexDatetime(Number(text));
  const time = parseInstant(text) ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN);
  if (Number.isNaN(time)) throw jsonException(`Invalid format: "${text}"`);
  return new ApexDatetime(time);
}

function readTime(text: string): ApexTime {
  const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (match === null) throw jsonException(`Invalid format: "${text}"`);
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  return ApexTime.of(hour, minute, [second, Number((match[4] ?? '0').padEnd(3, '0'))]);
}
