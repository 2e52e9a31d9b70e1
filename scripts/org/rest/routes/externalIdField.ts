import type { FieldDefinition, ObjectDefinition } from '../../../apex/index.ts';
import { requireObject } from '../requestRecord.ts';
import { noSuchKey } from '../restError.ts';
import { parameter } from './route.ts';
import type { RestCall } from './route.ts';

/** A field that records are found by, and its object. */
export interface Key {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
}

/** The key that `:object` and `:field` of a path name. @throws RestError for a field that is none */
export function externalIdField(call: RestCall): Key {
  const { schema } = call.org;
  const object = requireObject(schema, parameter(call, 'object'));
  const field = schema.field(object, parameter(call, 'field'));
  if (field !== undefined && (field.externalId || field.idLookup || field.name === 'Id')) {
    return { object, field };
  }
  throw noSuchKey(parameter(call, 'field'));
}
