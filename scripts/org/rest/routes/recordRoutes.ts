import type { ObjectDefinition } from '../../../apex/index.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { etagOf, isConditional, requireState, unchanged } from '../conditional.ts';
import type { ResourceState } from '../conditional.ts';
import { inOneTransaction } from '../inOneTransaction.ts';
import { idOf, recordJson, recordUrl } from '../recordJson.ts';
import { fieldPath, isPlainObject, requireObject } from '../requestRecord.ts';
import { noSuchKey, notFound, RestError } from '../restError.ts';
import { externalIdField } from './externalIdField.ts';
import { isIdForm, objectById } from '../objectById.ts';
import { readPart } from './partRoutes.ts';
import { bodyRecord, saveOne } from './saveRecord.ts';
import type { SaveOne } from './saveRecord.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** Single records: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-rows.html */
export const recordRoutes: readonly Route[] = [
  { method: 'POST', path: '/sobjects/:object', handle: create },
  { method: 'POST', path: '/sobjects/:object/Id', handle: create },
  { method: 'GET', path: '/sobjects/:object/:id', handle: read },
  { method: 'PATCH', path: '/sobjects/:object/:id', handle: update },
  { method: 'DELETE', path: '/sobjects/:object/:id', handle: remove },
  { method: 'GET', path: '/sobjects/:object/:field/:value', handle: readFurther },
  { method: 'PATCH', path: '/sobjects/:object/:field/:value', handle: upsert },
  { method: 'DELETE', path: '/sobjects/:object/:field/:value', handle: removeByExternalId }
];

async function create(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const result = await saveOne(call, { operation: 'insert', record: bodyRecord(call, object) });
  const id = result.id ?? '';
  return {
    status: 201,
    headers: { location: recordUrl(call.version, object.name, id) },
    body: { id, success: true, errors: [] }
  };
}

async function read(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = await requireOne(call, { object, field: 'Id', value: ownId(call, object) });
  const state = stateOf(object, record);
  const known = unchanged(call, state);
  if (known !== undefined) return known;
  return { ...ok(recordJson(record, call.version)), headers: stateHeaders(state) };
}

/** The id of the path. @throws RestError for one that no record of the object can have */
function ownId(call: RestCall, object: ObjectDefinition): string {
  const id = parameter(call, 'id');
  if (!isIdForm(id)) throw noSuchKey(id);
  if (objectById(call.org.schema, id) !== object) throw notFound();
  return id;
}

/** Only accounts have entity tags, as documented. */
function stateOf({ name }: ObjectDefinition, { values }: QueryRecord): ResourceState {
  const modified = values.get('LastModifiedDate');
  const modifiedAt = typeof modified === 'string' ? Date.parse(modified) : 0;
  const etag = name === 'Account' ? etagOf([...values]) : undefined;
  return { modifiedAt, etag };
}

function stateHeaders({ modifiedAt, etag }: ResourceState): Record<string, string> {
  return {
    ...(modifiedAt > 0 && { 'Last-Modified': new Date(modifiedAt).toUTCString() }),
    ...(etag !== undefined && { ETag: etag })
  };
}

async function update(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = bodyRecord(call, object);
  record.values['Id'] = ownId(call, object);
  const save = (within: RestCall) => saveOne(within, { operation: 'update', record });
  if (!isConditional(call)) await save(call);
  else
    await inOneTransaction(call, (within) =>
      requireExpected(within, object).then(() => save(within))
    );
  return { status: 204 };
}

async function requireExpected(call: RestCall, object: ObjectDefinition): Promise<void> {
  const wanted = { object, field: 'Id', value: parameter(call, 'id') };
  const whole = { ...call, query: {} };
  requireState(call, stateOf(object, await requireOne(whole, wanted)));
}

async function remove(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = { object: object.name, values: { Id: ownId(call, object) } };
  await saveOne(call, { operation: 'delete', record });
  return { status: 204 };
}

/** `/Account/Code__c/x` names a record by key, `/Account/001…/Owner` what belongs to one. */
async function readFurther(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const name = parameter(call, 'field');
  const isField = call.org.schema.field(object, name) !== undefined;
  if (!isField && isIdForm(name)) {
    return readPart(call, { object, id: name, part: parameter(call, 'value') });
  }
  const { field } = externalIdField(call);
  const wanted = { object, field: field.name, value: parameter(call, 'value') };
  const { version } = call;
  const record = await requireOne(call, wanted);
  return ok(recordJson(record, version));
}

/** Several records with one key: https://developer.salesforce.com/docs/platform/api-rest/guide/dome-upsert.html */
class SeveralRecords extends RestError {
  readonly urls: readonly string[];

  constructor(urls: readonly string[]) {
    super(300);
    this.urls = urls;
  }

  override get body(): unknown {
    return this.urls;
  }
}

async function upsert(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  const record = bodyRecord({ ...call, body: withoutKey(call.body, field.name) }, object);
  record.values[field.name] = parameter(call, 'value');
  if (call.query['updateOnly'] === 'true') await requireSome(call, object, field.name);
  const save: SaveOne = { operation: 'upsert', record, externalIdField: field.name };
  const { id, created } = await saveOne(call, save).catch(async (error: unknown) => {
    const isMany = error instanceof RestError && error.items[0]?.errorCode === severalCode;
    throw isMany ? several(call, object, await idsByKey(call, object, field.name)) : error;
  });
  return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
}

/** What DML says of a key that several records have. */
const severalCode = 'DUPLICATE_EXTERNAL_ID';

async function requireSome(call: RestCall, object: ObjectDefinition, key: string): Promise<void> {
  if ((await idsByKey(call, object, key)).length === 0) throw notFound();
}

async function removeByExternalId(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  const [id, ...others] = await idsByKey(call, object, field.name);
  if (id === undefined) throw notFound();
  if (others.length > 0) throw several(call, object, [id, ...others]);
  await saveOne(call, { operation: 'delete', record: { object: object.name, values: { Id: id } } });
  return { status: 204 };
}

function several({ version }: RestCall, { name }: ObjectDefinition, ids: readonly string[]) {
  return new SeveralRecords(ids.map((id) => recordUrl(version, name, id)));
}

function withoutKey(body: unknown, key: string): unknown {
  if (!isPlainObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name.toLowerCase() !== key.toLowerCase())
  );
}

interface Wanted {
  readonly object: ObjectDefinition;
  readonly field: string;
  readonly value: string;
}

async function requireOne(call: RestCall, { object, field, value }: Wanted): Promise<QueryRecord> {
  const fields = await selectedFields(call, object);
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT ${fields.join(', ')} FROM ${object.name} WHERE ${field} = :value LIMIT 2`,
    binds: new Map([['value', value]])
  });
  const [record, another] = records;
  if (record === undefined) throw notFound();
  if (another !== undefined) throw several(call, object, await idsByKey(call, object, field));
  return record;
}

/** What was asked for, else every field; Id and the last change always, to know the state by. */
async function selectedFields(call: RestCall, object: ObjectDefinition): Promise<string[]> {
  const { fields } = call.query;
  if (fields !== undefined) return fields.split(',').map(fieldPath);
  const policy = await call.org.policy(call.userId);
  const readable = [...object.fields.values()].filter(({ name }) =>
    policy.canReadField(object.name, name)
  );
  return readable.map(({ name }) => name);
}

async function idsByKey(
  call: RestCall,
  object: ObjectDefinition,
  field: string
): Promise<string[]> {
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT Id FROM ${object.name} WHERE ${field} = :value LIMIT 2000`,
    binds: new Map([['value', parameter(call, 'value')]])
  });
  return records.map(idOf);
}
