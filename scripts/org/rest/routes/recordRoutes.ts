import type { DmlOperation, FieldDefinition, ObjectDefinition } from '../../../apex/index.ts';
import type { DmlRecord, DmlResult } from '../../dml/types.ts';
import { describeGlobal, describeObject } from '../describe.ts';
import { recordJson, recordUrl } from '../recordJson.ts';
import { fieldPath, isPlainObject, requestRecord, requireObject } from '../requestRecord.ts';
import { notFound, RestError, saveRefused } from '../restError.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** Single records: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-rows.html */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/sobjects', handle: listObjects },
  { method: 'GET', path: '/sobjects/:object', handle: basicInformation },
  { method: 'GET', path: '/sobjects/:object/describe', handle: describe },
  { method: 'POST', path: '/sobjects/:object', handle: create },
  { method: 'GET', path: '/sobjects/:object/:id', handle: read },
  { method: 'PATCH', path: '/sobjects/:object/:id', handle: update },
  { method: 'DELETE', path: '/sobjects/:object/:id', handle: remove },
  { method: 'GET', path: '/sobjects/:object/:field/:value', handle: readByExternalId },
  { method: 'PATCH', path: '/sobjects/:object/:field/:value', handle: upsert },
  { method: 'DELETE', path: '/sobjects/:object/:field/:value', handle: removeByExternalId }
];

async function listObjects({ org, userId }: RestCall): Promise<RestAnswer> {
  const policy = await org.policy(userId);
  const visible = [...org.schema.objects.values()].filter(({ name }) => policy.canRead(name));
  return ok({
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: visible.map((object) => describeGlobal(object, policy))
  });
}

async function basicInformation(call: RestCall): Promise<RestAnswer> {
  const object = await visibleObject(call);
  const policy = await call.org.policy(call.userId);
  return ok({ objectDescribe: describeGlobal(object, policy), recentItems: [] });
}

async function describe(call: RestCall): Promise<RestAnswer> {
  const object = await visibleObject(call);
  return ok(describeObject(object, await call.org.policy(call.userId)));
}

async function visibleObject(call: RestCall): Promise<ObjectDefinition> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const policy = await call.org.policy(call.userId);
  if (!policy.canRead(object.name)) throw notFound();
  return object;
}

async function create(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = requestRecord(call.org.schema, object, call.body);
  const result = await saveOne(call, { operation: 'insert', record });
  const id = result.id ?? '';
  return {
    status: 201,
    headers: { location: recordUrl(call.version, object.name, id) },
    body: { id, success: true, errors: [] }
  };
}

function read(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  return readWhere(call, object, 'Id');
}

async function update(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = requestRecord(call.org.schema, object, call.body);
  record.values['Id'] = parameter(call, 'id');
  await saveOne(call, { operation: 'update', record });
  return { status: 204 };
}

async function remove(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const record = { object: object.name, values: { Id: parameter(call, 'id') } };
  await saveOne(call, { operation: 'delete', record });
  return { status: 204 };
}

function readByExternalId(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  return readWhere(call, object, field.name);
}

async function upsert(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  const body = isPlainObject(call.body) ? withoutKey(call.body, field.name) : call.body;
  const record = requestRecord(call.org.schema, object, body);
  record.values[field.name] = parameter(call, 'value');
  const save: SaveOne = { operation: 'upsert', record, externalIdField: field.name };
  const { id, created } = await saveOne(call, save);
  return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
}

async function removeByExternalId(call: RestCall): Promise<RestAnswer> {
  const { object, field } = externalIdField(call);
  const id = await findId(call, object, field.name);
  const record = { object: object.name, values: { Id: id } };
  await saveOne(call, { operation: 'delete', record });
  return { status: 204 };
}

function externalIdField(call: RestCall): { object: ObjectDefinition; field: FieldDefinition } {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const field = call.org.schema.field(object, parameter(call, 'field'));
  if (field === undefined || !(field.externalId || field.idLookup || field.name === 'Id')) {
    throw new RestError(404, {
      errorCode: 'NOT_FOUND',
      message: `Provided external ID field does not exist or is not accessible: ${parameter(call, 'field')}`
    });
  }
  return { object, field };
}

function withoutKey(body: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name.toLowerCase() !== key.toLowerCase())
  );
}

interface SaveOne {
  readonly operation: DmlOperation;
  readonly record: DmlRecord;
  readonly externalIdField?: string;
}

async function saveOne(call: RestCall, save: SaveOne): Promise<DmlResult> {
  const [result] = await call.org.save(call.userId, {
    operation: save.operation,
    records: [save.record],
    externalIdField: save.externalIdField,
    allOrNone: true,
    accessLevel: 'user',
    sharing: true
  });
  if (result?.success !== true) throw saveRefused(result?.errors ?? []);
  return result;
}

async function readWhere(
  call: RestCall,
  object: ObjectDefinition,
  field: string
): Promise<RestAnswer> {
  const value = field === 'Id' ? parameter(call, 'id') : parameter(call, 'value');
  const fields = await selectedFields(call, object);
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT ${fields.join(', ')} FROM ${object.name} WHERE ${field} = :value LIMIT 2`,
    binds: new Map([['value', value]])
  });
  const [record] = records;
  if (record === undefined) throw notFound();
  return ok(recordJson(record, call.version));
}

async function findId(call: RestCall, object: ObjectDefinition, field: string): Promise<string> {
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT Id FROM ${object.name} WHERE ${field} = :value LIMIT 1`,
    binds: new Map([['value', parameter(call, 'value')]])
  });
  const id = records[0]?.values.get('Id');
  if (typeof id !== 'string') throw notFound();
  return id;
}

async function selectedFields(call: RestCall, object: ObjectDefinition): Promise<string[]> {
  const { fields } = call.query;
  if (fields !== undefined) return fields.split(',').map(fieldPath);
  const policy = await call.org.policy(call.userId);
  const readable = [...object.fields.values()].filter(
    ({ name, type }) =>
      type !== 'address' && type !== 'location' && policy.canReadField(object.name, name)
  );
  return readable.map(({ name }) => name);
}
