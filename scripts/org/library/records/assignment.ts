import type { FieldDefinition } from '../../../apex/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexException,
  ApexTime,
  toDecimal,
  tryId
} from '../../../apex/runtime/index.ts';
import type { ApexNumber } from '../../../apex/runtime/index.ts';
import { apexTypes } from '../../runtime/index.ts';

type Converter = (value: unknown) => unknown;

/** Undefined means that the value does not fit. */
const converters: Readonly<Record<string, Converter>> = {
  Id: (value) => (typeof value === 'string' ? (tryId(value) ?? invalidId(value)) : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Integer: (value) => (typeof value === 'number' ? value : undefined),
  Long: (value) => (typeof value === 'number' ? BigInt(value) : bigint(value)),
  Decimal: (value) => (isNumber(value) ? toDecimal(value) : undefined),
  Date: (value) => (value instanceof ApexDate ? value : undefined),
  Datetime: (value) =>
    value instanceof ApexDate ? new ApexDatetime(value.epochMilliseconds) : datetime(value),
  Time: (value) => (value instanceof ApexTime ? value : undefined),
  Blob: (value) => (value instanceof ApexBlob ? value : undefined)
};

function invalidId(value: string): never {
  throw new ApexException('System.StringException', `Invalid id: ${value}`);
}

function bigint(value: unknown): unknown {
  return typeof value === 'bigint' ? value : undefined;
}

function datetime(value: unknown): unknown {
  return value instanceof ApexDatetime ? value : undefined;
}

function isNumber(value: unknown): value is ApexNumber {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof ApexDecimal ||
    value instanceof ApexDouble
  );
}

/**
 * The value that `record.put(field, value)` keeps.
 * @param typeName names the value's type for the message
 * @throws ApexException System.SObjectException: Illegal assignment from String to Decimal
 */
export function assignable(
  field: FieldDefinition,
  value: unknown,
  typeName: (value: unknown) => string
): unknown {
  if (value === null) return null;
  const type = apexTypes[field.type];
  const converter = converters[type];
  const converted = converter === undefined ? value : converter(value);
  if (converted !== undefined) return converted;
  throw new ApexException(
    'System.SObjectException',
    `Illegal assignment from ${typeName(value)} to ${type}`
  );
}
