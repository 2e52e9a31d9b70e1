import type { DmlOperation } from '../../../apex/index.ts';
import type { DmlRecord, DmlResult } from '../../dml/types.ts';
import { readForm, withFiles } from '../blobParts.ts';
import { objectById } from '../objectById.ts';
import { recordJson } from '../recordJson.ts';
import { fieldPath, isPlainObject, requestRecord, requireObject } from '../requestRecord.ts';
import { malformedBody, RestError } from '../restError.ts';
import { saveMany, savingAs } from '../saveMany.ts';
import { externalIdField } from './externalIdField.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** The platform's limits for one request. */
const recordsPerRequest = 200;
const recordsPerRetrieve = 2000;

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections.html */
export const collectionRoutes: readonly Route[] = [
  { method: 'POST', path: '/composite/sobjects', handle: (call) => saveMixed(call, 'insert') },
  { method: 'PATCH', path: '/composite/sobjects', handle: (call) => saveMixed(call, 'update') },
  { method: 'PATCH', path: '/composite/sobjects/:object/:field', handle: upsert },
  { method: 'DELETE', path: '/composite/sobjects', handle: remove },
  { method: 'POST', path: '/composite/sobjects/:object', handle: retrieve },
  { method: 'GET', path: '/composite/sobjects/:object', handle: retrieve }
];

/** Records in the order of their ids; null for one that is not there. */
async function retrieve(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const { ids, fields } = readSelection(call);
  if (ids.length > recordsPerRetrieve) throw tooMany(recordsPerRetrieve);
  const paths = [...new Set(['Id', ...fields.map(fieldPath)])];
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT ${paths.join(', ')} FROM ${object.name} WHERE Id IN :ids`,
    binds: new Map([['ids', ids]])
  });
  const byId = new Map(records.map((record) => [shortId(record.values.get('Id')), record]));
  return ok(
    ids.map((id) => {
      const record = byId.get(shortId(id));
      return record === undefined ? null : recordJson(record, call.version);
    })
  );
}

function readSelection({ body, query }: RestCall): { ids: string[]; fields: string[] } {
  const source = isPlainObject(body) ? body : query;
  const [ids, fields] = [source['ids'], source['fields']].map(textList);
  if (ids === undefined || fields === undefined) {
    throw malformedBody('ids and fields are needed, each a list of texts.');
  }
  return { ids, fields };
}

function textList(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.split(',').map((item) => item.trim());
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isTexts ? value : undefined;
}

function shortId(id: unknown): string {
  return String(id).slice(0, 15);
}

function saveMixed(call: RestCall, operation: DmlOperation): Promise<RestAnswer> {
  const { records, allOrNone } = readBody(call);
  const parsed = records.map((record) => mixedRecord(call, record));
  return save(call, { operation, records: parsed, allOrNone });
}

function mixedRecord(call: RestCall, body: Record<string, unknown>): DmlRecord {
  const { attributes } = body;
  const type = isPlainObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw malformedBody('Each record needs attributes with a type.');
  return requestRecord(call.org.schema, requireObject(call.org.schema, type), body);
}

function upsert(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  const { records, allOrNone } = readBody(call);
  const parsed = records.map((record) => requestRecord(call.org.schema, object, record));
  return save(call, {
    operation: 'upsert',
    records: parsed,
    allOrNone,
    externalIdField: field.name
  });
}

function remove(call: RestCall): Promise<RestAnswer> {
  const ids = (call.query['ids'] ?? '').split(',').filter((id) => id !== '');
  requireFewRecords(ids.length);
  const records = ids.map((id) => ({ object: objectOf(call, id), values: { Id: id } }));
  const allOrNone = call.isAtomic === true || call.query['allOrNone'] === 'true';
  return save(call, { operation: 'delete', records, allOrNone });
}

function objectOf({ org }: RestCall, id: string): string {
  const object = objectById(org.schema, id);
  if (object !== undefined) return object.name;
  throw new RestError(400, { errorCode: 'MALFORMED_ID', message: `malformed id ${id}` });
}

interface CollectionBody {
  readonly records: readonly Record<string, unknown>[];
  readonly allOrNone: boolean;
}

function readBody(call: RestCall): CollectionBody {
  const { isAtomic = false, headers } = call;
  const isForm = Buffer.isBuffer(call.body);
  const body = isForm ? withFiles(readForm(call.body, headers['content-type'])) : call.body;
  if (!isPlainObject(body)) throw malformedBody('The body must be a JSON object.');
  const records: unknown = body['records'];
  if (!Array.isArray(records) || !records.every(isPlainObject)) {
    throw malformedBody('The body needs records, a list of JSON objects.');
  }
  requireFewRecords(records.length);
  return { records, allOrNone: isAtomic || body['allOrNone'] === true };
}

function requireFewRecords(count: number): void {
  if (count > recordsPerRequest) throw tooMany(recordsPerRequest);
}

function tooMany(most: number): RestError {
  return new RestError(400, {
    errorCode: 'EXCEEDED_ID_LIMIT',
    message: `record limit reached. cannot submit more than ${String(most)} records into this call`
  });
}

interface Collection {
  readonly operation: DmlOperation;
  readonly records: readonly DmlRecord[];
  readonly allOrNone: boolean;
  readonly externalIdField?: string;
}

async function save(call: RestCall, collection: Collection): Promise<RestAnswer> {
  const { operation } = collection;
  const results = await saveMany(savingAs(call.org, call.userId), {
    operation,
    records: collection.records,
    externalIdField: collection.externalIdField,
    allOrNone: collection.allOrNone,
    accessLevel: 'user',
    sharing: true
  });
  return ok(results.map((result) => resultJson(result, operation)));
}

function resultJson(result: DmlResult, operation: DmlOperation): Record<string, unknown> {
  return {
    ...(result.id !== undefined && { id: result.id }),
    success: result.success,
    errors: result.errors,
    ...(operation === 'upsert' && { created: result.created })
  };
}
