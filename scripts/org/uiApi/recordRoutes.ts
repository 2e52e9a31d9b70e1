import type { DmlOperation } from '../../apex/index.ts';
import type { DmlRecord } from '../dml/types.ts';
import {
  isPlainObject,
  malformedBody,
  ok,
  parameter,
  requestRecord,
  requireObject,
  RestError,
  saveMany,
  savingAs
} from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { compactLayout, fullLayout, layoutFieldNames } from './layout.ts';
import { objectOfId, readRecord, readRecords } from './recordReader.ts';
import { UiSaveError } from './saveError.ts';

/** Records: https://developer.salesforce.com/docs/platform/ui-api/guide/records.html */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/records/:id', handle: read },
  { method: 'POST', path: '/ui-api/records', handle: create },
  { method: 'PATCH', path: '/ui-api/records/:id', handle: update },
  { method: 'DELETE', path: '/ui-api/records/:id', handle: remove },
  { method: 'GET', path: '/ui-api/related-list-records/:id/:relatedList', handle: relatedRecords }
];

async function read(call: RestCall): Promise<RestAnswer> {
  const object = objectOfId(call, parameter(call, 'id'));
  const fields = listed(call, 'fields');
  const optionalFields = [...listed(call, 'optionalFields'), ...(await layoutFields(call))];
  const record = await readRecord(call, {
    object,
    id: parameter(call, 'id'),
    fields,
    optionalFields
  });
  const { id } = record;
  if (call.query['updateMru'] === 'true' && typeof id === 'string') {
    call.viewed({ object: object.name, id });
  }
  return ok(record);
}

async function layoutFields(call: RestCall): Promise<string[]> {
  const types = listed(call, 'layoutTypes');
  if (types.length === 0) return [];
  const { project, schema } = call.org;
  const object = objectOfId(call, parameter(call, 'id'));
  const source = { project, schema, object, policy: await call.org.policy(call.userId) };
  return types.flatMap((type) =>
    layoutFieldNames(object, type === 'Compact' ? compactLayout(source) : fullLayout(source))
  );
}

function listed({ query }: RestCall, name: string): string[] {
  return (query[name] ?? '').split(',').filter((path) => path !== '');
}

async function create(call: RestCall): Promise<RestAnswer> {
  const { apiName, fields } = readBody(call.body);
  const object = requireObject(call.org.schema, String(apiName));
  const record = requestRecord(call.org.schema, object, fields);
  const id = await save(call, 'insert', record);
  const body = await readRecord(call, {
    object,
    id,
    fields: [],
    optionalFields: Object.keys(record.values)
  });
  return { status: 201, body };
}

async function update(call: RestCall): Promise<RestAnswer> {
  const id = parameter(call, 'id');
  const object = objectOfId(call, id);
  const record = requestRecord(call.org.schema, object, readBody(call.body).fields);
  record.values['Id'] = id;
  await save(call, 'update', record);
  return ok(
    await readRecord(call, { object, id, fields: [], optionalFields: Object.keys(record.values) })
  );
}

async function remove(call: RestCall): Promise<RestAnswer> {
  const id = parameter(call, 'id');
  await save(call, 'delete', { object: objectOfId(call, id).name, values: { Id: id } });
  return { status: 204 };
}

function readBody(body: unknown): { apiName: unknown; fields: Record<string, unknown> } {
  const fields = isPlainObject(body) ? body['fields'] : undefined;
  if (!isPlainObject(body) || !isPlainObject(fields)) {
    throw malformedBody('The body needs fields, a JSON object.');
  }
  return { apiName: body['apiName'], fields };
}

async function save(call: RestCall, operation: DmlOperation, record: DmlRecord): Promise<string> {
  const [result] = await saveMany(savingAs(call.org, call.userId), {
    operation,
    records: [record],
    allOrNone: true,
    accessLevel: 'user',
    sharing: true
  });
  if (result?.success !== true) throw new UiSaveError(result?.errors ?? []);
  return result.id ?? '';
}

async function relatedRecords(call: RestCall): Promise<RestAnswer> {
  const parentId = parameter(call, 'id');
  const parent = objectOfId(call, parentId);
  const name = parameter(call, 'relatedList');
  const relationship = call.org.schema.childRelationship(parent, name);
  if (relationship === undefined) {
    const message = `${parent.name} has no related list ${name}.`;
    throw new RestError(404, { errorCode: 'NOT_FOUND', message });
  }
  const object = requireObject(call.org.schema, relationship.childObject);
  const size = Math.min(Number(call.query['pageSize'] ?? '50') || 50, 2000);
  const offset = Number(call.query['pageToken'] ?? '0') || 0;
  const records = await readRecords(call, {
    object,
    fields: [],
    optionalFields: [...listed(call, 'fields'), ...listed(call, 'optionalFields')],
    rest: ` WHERE ${relationship.field} = :parent ORDER BY LastModifiedDate DESC, Id LIMIT ${String(size + 1)} OFFSET ${String(offset)}`,
    binds: new Map([['parent', parentId]])
  });
  const page = records.slice(0, size);
  const nextPageToken = records.length > size ? String(offset + size) : null;
  return ok({ count: page.length, nextPageToken, records: page });
}
