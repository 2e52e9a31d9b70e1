import type { FieldDefinition, FieldType } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import { problem } from './problem.ts';
import type { DmlError } from './types.ts';

/** A value that a field cannot hold. */
export class ValueProblem {
  readonly error: DmlError;
  constructor(error: DmlError) {
    this.error = error;
  }
}

type Converter = (field: FieldDefinition, value: FieldValue) => FieldValue | ValueProblem;

/**
 * Turns a value as Apex, JSON or CSV gives it into the value that is stored, with the checks of the field's type.
 * Text is trimmed and empty text is null, as the platform does.
 */
export function convert(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (value === null) return field.type === 'boolean' ? wrongType(field, '') : null;
  return converters[field.type](field, value);
}

const converters: Readonly<Record<FieldType, Converter>> = {
  id: reference,
  reference,
  string: text,
  textarea: text,
  combobox: text,
  phone: text,
  url: text,
  encryptedstring: text,
  anytype: text,
  email,
  picklist,
  multipicklist,
  boolean,
  int: whole,
  long: whole,
  double: decimal,
  currency: decimal,
  percent: decimal,
  date,
  datetime,
  time,
  base64,
  address: wrongType,
  location: wrongType,
  complexvalue: wrongType
};

function wrongType(field: FieldDefinition, value: FieldValue): ValueProblem {
  return fieldProblem(
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    field,
    `value not of required type: ${String(value)}`
  );
}

function fieldProblem(statusCode: string, field: FieldDefinition, message: string): ValueProblem {
  return new ValueProblem(problem(statusCode, `${field.label}: ${message}`, [field.name]));
}

function text(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  const given = typeof value === 'string' ? value : String(value);
  const trimmed = given.trim();
  if (field.length > 0 && trimmed.length > field.length) return tooLong(field, trimmed);
  return trimmed === '' ? null : trimmed;
}

function tooLong(field: FieldDefinition, value: string): ValueProblem {
  const message = `data value too large: ${value} (max length=${field.length})`;
  return fieldProblem('STRING_TOO_LONG', field, message);
}

const emailPattern = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

function email(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  const address = text(field, value);
  if (typeof address !== 'string' || emailPattern.test(address)) return address;
  return fieldProblem('INVALID_EMAIL_ADDRESS', field, `invalid email address: ${address}`);
}

function picklist(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  const chosen = text(field, value);
  if (typeof chosen !== 'string' || !field.restrictedPicklist) return chosen;
  return offered(field, chosen) ?? badPicklistValue(field, chosen);
}

function multipicklist(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  const chosen = String(value)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (!field.restrictedPicklist) return chosen.join(';') || null;
  const bad = chosen.find((part) => offered(field, part) === undefined);
  if (bad !== undefined) return badPicklistValue(field, bad);
  return inOrderOfDefinition(field, chosen).join(';') || null;
}

/** The platform stores the values of a multi-select in the order of the picklist. */
function inOrderOfDefinition(field: FieldDefinition, chosen: readonly string[]): string[] {
  const wanted = new Set(chosen.map((part) => part.toLowerCase()));
  return field.picklistValues
    .map((candidate) => candidate.value)
    .filter((candidate) => wanted.has(candidate.toLowerCase()));
}

/** The value as it is defined, whatever the case it was given in. */
function offered(field: FieldDefinition, value: string): string | undefined {
  const active = field.picklistValues.filter((candidate) => candidate.active);
  const exact = active.find((candidate) => candidate.value === value);
  if (exact !== undefined) return exact.value;
  const lower = value.toLowerCase();
  return active.find((candidate) => candidate.value.toLowerCase() === lower)?.value;
}

/** A value that the picklist does not offer. */
export function badPicklistValue(field: FieldDefinition, value: string): ValueProblem {
  const message = `bad value for restricted picklist field: ${value}`;
  return fieldProblem('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', field, message);
}

const truths = new Map<string, boolean>([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false]
]);

function boolean(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (typeof value === 'boolean') return value;
  return truths.get(String(value).toLowerCase()) ?? wrongType(field, value);
}

function toNumber(value: FieldValue): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  return Number(value);
}

function isBlank(value: FieldValue): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function whole(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const number = toNumber(value);
  if (!Number.isFinite(number) || !Number.isInteger(number)) return wrongType(field, value);
  return field.type === 'int' && Math.abs(number) > 2147483647 ? outOfRange(field, value) : number;
}

function decimal(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const number = toNumber(value);
  if (!Number.isFinite(number)) return wrongType(field, value);
  if (field.precision === 0) return number;
  const rounded = roundHalfUp(number, storedScale(field));
  const digits = field.precision - field.scale;
  return Math.abs(rounded) >= 10 ** digits ? outOfRange(field, value) : rounded;
}

/** The platform keeps the cents of its own amounts, also where it shows none: of AnnualRevenue. */
function storedScale({ type, scale, custom }: FieldDefinition): number {
  return type === 'currency' && !custom ? Math.max(scale, 2) : scale;
}

/** Rounds to `scale` digits as decimal arithmetic does: 1.005 becomes 1.01. */
export function roundHalfUp(value: number, scale: number): number {
  if (Number.isInteger(value)) return value;
  const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + scale}`));
  const [digits, power = '0'] = String(shifted).split('e');
  return Math.sign(value) * Number(`${digits}e${Number(power) - scale}`);
}

function outOfRange(field: FieldDefinition, value: FieldValue): ValueProblem {
  const message = `value outside of valid range on numeric field: ${String(value)}`;
  return fieldProblem('NUMBER_OUTSIDE_VALID_RANGE', field, message);
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/;

function date(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const match = datePattern.exec(String(value).trim());
  if (match === null) return wrongType(field, value);
  const day = String(value).trim().slice(0, 10);
  return isRealDay(day) ? day : wrongType(field, value);
}

function isRealDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}

function datetime(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const instant = Date.parse(withColonInOffset(String(value).trim()));
  return Number.isNaN(instant) ? wrongType(field, value) : new Date(instant).toISOString();
}

/** The API writes `+0000`, which ECMAScript does not read. */
function withColonInOffset(value: string): string {
  return value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

const timePattern = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/;

function time(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const match = timePattern.exec(String(value).trim());
  if (match === null) return wrongType(field, value);
  const [hours = '', minutes = '', seconds = '00', fraction = ''] = match.slice(1);
  return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}

function base64(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (value instanceof Uint8Array) return value;
  return typeof value === 'string' ? Buffer.from(value, 'base64') : wrongType(field, value);
}

const idPattern = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

function reference(field: FieldDefinition, value: FieldValue): FieldValue | ValueProblem {
  if (isBlank(value)) return null;
  const id = String(value).trim();
  if (!idPattern.test(id)) {
    return fieldProblem('MALFORMED_ID', field, `id value of incorrect type: ${id}`);
  }
  return id.length === 18 ? id : longId(id);
}

const checkAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of a 15-character id: three characters that tell which letters are capitals. */
export function longId(id: string): string {
  const suffix = [0, 5, 10].map((start) => {
    let bits = 0;
    for (let offset = 0; offset < 5; offset += 1) {
      if (/[A-Z]/.test(id.charAt(start + offset))) bits |= 1 << offset;
    }
    return checkAlphabet.charAt(bits);
  });
  return id + suffix.join('');
}
