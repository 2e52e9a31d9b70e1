import type { ObjectDefinition } from '../../../apex/index.ts';
import { queryJson, recordJson } from '../recordJson.ts';
import { fieldPath, requireObject } from '../requestRecord.ts';
import { notFound } from '../restError.ts';
import { ok } from './route.ts';
import type { RestAnswer, RestCall } from './route.ts';

/** Something of a record: a field that holds a file, or related records. */
export interface RecordPart {
  readonly object: ObjectDefinition;
  readonly id: string;
  /** `VersionData`, `Owner`, `Contacts` */
  readonly part: string;
}

/**
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-blob-retrieve.html and
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-relationship-traversal.html
 */
export function readPart(call: RestCall, wanted: RecordPart): Promise<RestAnswer> {
  const { schema } = call.org;
  const { object, part } = wanted;
  const field = schema.field(object, part);
  if (field?.type === 'base64') return readBlob(call, { ...wanted, part: field.name });
  const lookup = schema.parentRelationship(object, part);
  if (lookup !== undefined) {
    return readParent(call, { ...wanted, part: lookup.name }, lookup.referenceTo[0] ?? '');
  }
  const children = schema.childRelationship(object, part);
  if (children !== undefined) {
    const child = requireObject(schema, children.childObject);
    return readChildren(call, { object: child, id: wanted.id, part: children.field });
  }
  throw notFound();
}

async function readBlob(call: RestCall, { object, id, part }: RecordPart): Promise<RestAnswer> {
  const value = await fieldOf(call, { object, id, part });
  if (!(value instanceof Uint8Array)) throw notFound();
  const headers = { 'content-type': 'application/octet-stream' };
  return { status: 200, body: Buffer.from(value), headers };
}

async function fieldOf(call: RestCall, { object, id, part }: RecordPart): Promise<unknown> {
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT Id, ${part} FROM ${object.name} WHERE Id = :id`,
    binds: new Map([['id', id]])
  });
  return records[0]?.values.get(part);
}

async function readParent(call: RestCall, part: RecordPart, target: string): Promise<RestAnswer> {
  const parentId = await fieldOf(call, part);
  if (typeof parentId !== 'string') throw notFound();
  const parent = requireObject(call.org.schema, target);
  const { records } = await call.org.query(call.userId, {
    soql: `SELECT ${await fieldsOf(call, parent)} FROM ${parent.name} WHERE Id = :id`,
    binds: new Map([['id', parentId]])
  });
  const [record] = records;
  if (record === undefined) throw notFound();
  return ok(recordJson(record, call.version));
}

async function readChildren(call: RestCall, { object, id, part }: RecordPart): Promise<RestAnswer> {
  const result = await call.org.query(call.userId, {
    soql: `SELECT ${await fieldsOf(call, object)} FROM ${object.name} WHERE ${part} = :id ORDER BY Id LIMIT 2000`,
    binds: new Map([['id', id]])
  });
  return ok(queryJson(result, call.version));
}

async function fieldsOf(call: RestCall, object: ObjectDefinition): Promise<string> {
  const { fields } = call.query;
  if (fields !== undefined) return fields.split(',').map(fieldPath).join(', ');
  const policy = await call.org.policy(call.userId);
  const readable = [...object.fields.values()].filter(
    ({ name, type }) => type !== 'base64' && policy.canReadField(object.name, name)
  );
  return readable.map(({ name }) => name).join(', ');
}
