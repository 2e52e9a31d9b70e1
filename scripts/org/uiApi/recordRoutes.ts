import type { DmlOperation, ObjectDefinition } from '../../apex/index.ts';
import type { DmlRecord } from '../dml/types.ts';
import {
  inOneTransaction,
  isConditional,
  isPlainObject,
  malformedBody,
  ok,
  parameter,
  requestRecord,
  requireObject,
  requireState,
  RestError,
  saveMany,
  savingAs
} from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { compactLayout, fullLayout, layoutFieldNames } from './layout.ts';
import { objectOfId, readRecord } from './recordReader.ts';
import { UiSaveError } from './saveError.ts';

/** Records: https://developer.salesforce.com/docs/platform/ui-api/guide/records.html */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/records/:id', handle: read },
  { method: 'POST', path: '/ui-api/records', handle: create },
  { method: 'PATCH', path: '/ui-api/records/:id', handle: update },
  { method: 'DELETE', path: '/ui-api/records/:id', handle: remove },
  { method: 'GET', path: '/ui-api/records/batch/:ids', handle: readMany }
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

/** Each record with an answer of its own. */
async function readMany(call: RestCall): Promise<RestAnswer> {
  const ids = parameter(call, 'ids').split(',');
  const results = [];
  for (const id of ids) {
    try {
      const { body } = await read({ ...call, parameters: { ...call.parameters, id } });
      results.push({ statusCode: 200, result: body });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      results.push({ statusCode: error.status, result: error.body });
    }
  }
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode !== 200), results });
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
  await whenUnchanged(call, { object, id }, (within) => save(within, 'update', record));
  return ok(
    await readRecord(call, { object, id, fields: [], optionalFields: Object.keys(record.values) })
  );
}

interface Place {
  readonly object: ObjectDefinition;
  readonly id: string;
}

/** `If-Unmodified-Since`: somebody else may have changed the record since the form was opened. */
function whenUnchanged<T>(
  call: RestCall,
  { object, id }: Place,
  work: (within: RestCall) => Promise<T>
): Promise<T> {
  if (!isConditional(call)) return work(call);
  return inOneTransaction(call, async (within) => {
    const { lastModifiedDate } = await readRecord(within, { object, id, fields: [] });
    const modifiedAt = typeof lastModifiedDate === 'string' ? Date.parse(lastModifiedDate) : 0;
    requireState(call, { modifiedAt, etag: undefined });
    return work(within);
  });
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
