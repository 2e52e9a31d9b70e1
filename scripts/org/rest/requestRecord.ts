import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { DmlRecord } from '../dml/types.ts';
import type { FieldValue } from '../store/types.ts';
import { malformedBody, RestError } from './restError.ts';

/** Finds an object or refuses as REST does. */
export function requireObject(schema: SchemaPort, name: string): ObjectDefinition {
  const object = schema.object(name);
  if (object !== undefined) return object;
  throw new RestError(404, {
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist'
  });
}

/**
 * A record from a JSON body: field names in any case become canonical ones, a parent may be given by external id
 * (`{"Listing__r": {"Clazar_Id__c": "…"}}`).
 */
export function requestRecord(
  schema: SchemaPort,
  object: ObjectDefinition,
  body: unknown
): DmlRecord {
  if (!isPlainObject(body)) throw malformedBody('The body must be a JSON object with fields.');
  const entries = Object.entries(body).filter(([name]) => name !== 'attributes');
  const reader = { schema, object };
  return {
    object: object.name,
    values: Object.fromEntries(entries.map(([name, value]) => readEntry(reader, name, value)))
  };
}

interface Reader {
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
}

function readEntry(
  { schema, object }: Reader,
  name: string,
  value: unknown
): [string, FieldValue | DmlRecord] {
  if (isPlainObject(value))
    return [name, readParent(schema, relationship(schema, object, name), value)];
  const field = schema.field(object, name);
  if (field === undefined) throw noSuchColumn(object, name);
  return [field.name, readValue(field, value)];
}

function relationship(schema: SchemaPort, object: ObjectDefinition, name: string): FieldDefinition {
  const field = schema.parentRelationship(object, name);
  if (field === undefined) throw noSuchColumn(object, name);
  return field;
}

/** A lookup to several objects says which in the parent's attributes. */
function readParent(
  schema: SchemaPort,
  field: FieldDefinition,
  value: Record<string, unknown>
): DmlRecord {
  const { attributes } = value;
  const named = isPlainObject(attributes) ? String(attributes['type']).toLowerCase() : undefined;
  const [first = ''] = field.referenceTo;
  const target = field.referenceTo.find((name) => name.toLowerCase() === named) ?? first;
  return requestRecord(schema, requireObject(schema, target), value);
}

function readValue(field: FieldDefinition, value: unknown): FieldValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return field.type === 'base64' && typeof value === 'string'
      ? Buffer.from(value, 'base64')
      : (value as FieldValue);
  }
  throw malformedBody(`The value of ${field.name} must be text, a number, true, false or null.`);
}

function noSuchColumn(object: ObjectDefinition, name: string): RestError {
  return new RestError(400, {
    errorCode: 'INVALID_FIELD',
    message: `No such column '${name}' on sobject of type ${object.name}`
  });
}

/** A field or a parent's field from a list of a request: nothing else gets into a query. @throws RestError */
export function fieldPath(text: string): string {
  const path = text.trim();
  if (/^[A-Za-z][\w.]*$/.test(path)) return path;
  throw new RestError(400, { errorCode: 'INVALID_FIELD', message: `No such column '${path}'` });
}

/** Is it a JSON object, not a list? */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
