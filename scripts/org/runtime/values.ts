import type { FieldType } from '../../apex/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexList,
  ApexSet,
  ApexSObject,
  ApexTime,
  setScale,
  textOf
} from '../../apex/runtime/index.ts';
import type { FieldValue } from '../store/types.ts';

/** What decides how a stored value looks in Apex. */
export interface ValueType {
  readonly type: FieldType;
  readonly scale: number;
}

type Reader = (value: FieldValue, scale: number) => unknown;

const text: Reader = (value) => String(value);

const readers: Readonly<Record<FieldType, Reader>> = {
  id: text,
  reference: text,
  string: text,
  textarea: text,
  combobox: text,
  phone: text,
  url: text,
  email: text,
  encryptedstring: text,
  picklist: text,
  multipicklist: text,
  anytype: text,
  address: text,
  location: text,
  complexvalue: text,
  boolean: (value) => value === true || value === 1,
  int: (value) => Number(value),
  long: (value) => BigInt(Number(value)),
  double: decimal,
  currency: decimal,
  percent: decimal,
  date: (value) => apexDate(String(value)),
  datetime: (value) => new ApexDatetime(Date.parse(String(value))),
  time: (value) => apexTime(String(value)),
  base64: (value) => new ApexBlob(value instanceof Uint8Array ? value : bytesOf(String(value)))
};

/** A stored value as Apex sees it: number fields are Decimals with the field's scale, `int` is an Integer. */
export function toApex(value: FieldValue | undefined, { type, scale }: ValueType): unknown {
  return value === null || value === undefined ? null : readers[type](value, scale);
}

function decimal(value: FieldValue, scale: number): ApexDecimal {
  const parsed = ApexDecimal.parse(String(value));
  return setScale(parsed, Math.max(scale, parsed.scale, 0), 'HALF_UP');
}

function apexDate(text: string): ApexDate {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  return ApexDate.of(year, month, day);
}

function apexTime(text: string): ApexTime {
  const [hour = 0, minute = 0, second = 0] = text.replace('Z', '').split(':').map(Number);
  return ApexTime.of(hour, minute, [Math.trunc(second), Math.round((second % 1) * 1000)]);
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** An Apex value as it is stored. Text for whatever is no number, boolean, blob or null. */
export function toStored(value: unknown): FieldValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    default:
      return value === null || value === undefined ? null : storedObject(value);
  }
}

function storedObject(value: unknown): FieldValue {
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexBlob) return value.bytes;
  if (isMoment(value)) return value.toIso();
  if (value instanceof ApexEnumValue) return value.name;
  return value instanceof ApexSObject ? value.id : textOf(value);
}

function isMoment(value: unknown): value is ApexDate | ApexDatetime | ApexTime {
  return value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime;
}

/** A bind variable: lists and sets as arrays, records as their ids. */
export function toBind(value: unknown): FieldValue | readonly FieldValue[] {
  if (value instanceof ApexList) return value.items.map(toStored);
  if (value instanceof ApexSet) return value.values().map(toStored);
  return toStored(value);
}

/** The Apex type of a field, as the compiler has it: `Decimal`, `Id`, `Boolean`. */
export const apexTypes: Readonly<Record<FieldType, string>> = {
  id: 'Id',
  reference: 'Id',
  string: 'String',
  textarea: 'String',
  combobox: 'String',
  phone: 'String',
  url: 'String',
  email: 'String',
  encryptedstring: 'String',
  picklist: 'String',
  multipicklist: 'String',
  anytype: 'Object',
  address: 'Address',
  location: 'Location',
  complexvalue: 'EventBus.ChangeEventHeader',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob'
};
