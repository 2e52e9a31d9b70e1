import { isCompound, isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryRecord, QueryResult, QueryValue } from '../soql/types.ts';
import type { FieldValue } from '../store/types.ts';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a record is found under an API version: `/services/data/v66.0/sobjects/Account/001…`. */
export function recordUrl(version: string, object: string, id: string): string {
  return `/services/data/v${version}/sobjects/${object}/${id}`;
}

/** The id of a record; empty for a group. */
export function idOf({ id, values }: QueryRecord): string {
  const selected = values.get('Id');
  return id ?? (typeof selected === 'string' ? selected : '');
}

/** A record as REST answers it: `attributes` first, then what was selected, parents and children nested. */
export function recordJson(record: QueryRecord, version: string): Record<string, Json> {
  const json: Record<string, Json> = { attributes: attributesOf(record, version) };
  const id = idOf(record);
  for (const [name, value] of record.values) {
    const isFile = value instanceof Uint8Array && id !== '';
    json[name] = isFile
      ? `${recordUrl(version, record.object, id)}/${name}`
      : valueJson(value, version);
  }
  return json;
}

function attributesOf(record: QueryRecord, version: string): Record<string, Json> {
  const id = idOf(record);
  const { object: type } = record;
  return id === '' ? { type } : { type, url: recordUrl(version, type, id) };
}

function valueJson(value: QueryValue, version: string): Json {
  if (isRecordList(value)) return childrenJson(value, version);
  if (isQueryRecord(value)) return recordJson(value, version);
  if (isCompound(value)) return value.parts;
  return fieldJson(value);
}

/** Children that were asked for and are not there are null, not an empty list. */
function childrenJson(records: readonly QueryRecord[], version: string): Json {
  if (records.length === 0) return null;
  return {
    totalSize: records.length,
    done: true,
    records: records.map((record) => recordJson(record, version))
  };
}

const utcInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A field's value as REST writes it; instants end in `+0000`. */
export function fieldJson(value: FieldValue): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'string' && utcInstant.test(value)) return value.replace('Z', '+0000');
  return value;
}

function isRecordList(value: QueryValue): value is readonly QueryRecord[] {
  return Array.isArray(value);
}

/** The envelope of a query's answer, whole. */
export function queryJson(result: QueryResult, version: string): Record<string, Json> {
  return {
    totalSize: result.totalSize,
    done: true,
    records: result.records.map((record) => recordJson(record, version))
  };
}
