import type { ObjectDefinition } from '../../apex/index.ts';
import { notFound, objectById, RestError } from '../rest/index.ts';
import type { Json, RestCall } from '../rest/index.ts';
import { recordRepresentation } from './recordRepresentation.ts';
import { select, selectList } from './selection.ts';

/** Which records to read, and what of them. */
export interface RecordQuery {
  readonly object: ObjectDefinition;
  /** Must be readable: an unknown one is refused. */
  readonly fields: readonly string[];
  /** Left out when not readable. */
  readonly optionalFields?: readonly string[];
  /** SOQL after the object's name: ` WHERE … ORDER BY … LIMIT …`. */
  readonly rest: string;
  readonly binds?: ReadonlyMap<string, string | readonly string[]>;
}

/** Reads records as the user and represents them as the UI API does. @throws RestError for what the user may not see */
export async function readRecords(
  call: RestCall,
  { object, fields, optionalFields = [], rest, binds }: RecordQuery
): Promise<Record<string, Json>[]> {
  const policy = await call.org.policy(call.userId);
  if (!policy.canRead(object.name)) throw notFound();
  const source = { schema: call.org.schema, policy };
  const { selection, refused } = select(source, object, [...fields, ...optionalFields]);
  const missing = refused.filter((path) => fields.includes(path));
  if (missing.length > 0) throw noSuchFields(missing);
  const soql = `SELECT ${selectList(selection).join(', ')} FROM ${object.name}${rest}`;
  const { records } = await call.org.query(call.userId, { soql, ...(binds && { binds }) });
  const user = await call.org.user(call.userId);
  return records.map((record) => recordRepresentation(record, selection, user));
}

/** One record by id. */
export async function readRecord(
  call: RestCall,
  query: Omit<RecordQuery, 'rest' | 'binds'> & { readonly id: string }
): Promise<Record<string, Json>> {
  const rest = ' WHERE Id = :id LIMIT 1';
  const [record] = await readRecords(call, { ...query, rest, binds: new Map([['id', query.id]]) });
  if (record === undefined) throw notFound();
  return record;
}

/** The object that an id belongs to. @throws RestError */
export function objectOfId({ org }: RestCall, id: string): ObjectDefinition {
  const object = objectById(org.schema, id);
  if (object === undefined) throw notFound();
  return object;
}

function noSuchFields(paths: readonly string[]): RestError {
  return new RestError(400, {
    errorCode: 'INVALID_FIELD',
    message: `No such column '${paths.join("', '")}'. Either it does not exist or you have no access to it.`
  });
}
