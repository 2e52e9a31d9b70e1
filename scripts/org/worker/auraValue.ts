import type { ApexContext } from '../../apex/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexList,
  ApexMap,
  ApexSet,
  ApexSObject,
  ApexTime
} from '../../apex/runtime/index.ts';
import { auraFields } from './aura.ts';

/** An Apex value as a Lightning component receives it: only `@AuraEnabled` members of classes, records without type. */
export function auraValue(context: ApexContext, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  return scalar(value) ?? structure(context, value);
}

function scalar(value: object): unknown {
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.milliseconds;
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  return undefined;
}

function structure(context: ApexContext, value: object): unknown {
  const each = (item: unknown): unknown => auraValue(context, item);
  if (value instanceof ApexList) return value.items.map(each);
  if (value instanceof ApexSet) return value.values().map(each);
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      value.entries().map(([key, item]) => [String(each(key)), each(item)])
    );
  }
  if (value instanceof ApexSObject) return recordValue(value, each);
  const fields = auraFields(context.program, context.program.typeName(value));
  return Object.fromEntries(fields.map((field) => [field.name, each(field.get(value))]));
}

function recordValue(
  { fields, parents, children }: ApexSObject,
  each: (item: unknown) => unknown
): unknown {
  const shown = Object.entries({ ...fields, ...parents, ...children });
  const present = shown.filter(([, item]) => item !== null);
  return Object.fromEntries(present.map(([name, item]) => [name, each(item)]));
}
