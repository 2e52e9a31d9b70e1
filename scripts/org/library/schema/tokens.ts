import type {
  ApexContext,
  FieldDefinition,
  ObjectDefinition,
  SchemaPort
} from '../../../apex/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';

export interface FieldOfObject {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
}

/** `Account.SObjectType` */
export type ObjectToken = PlatformObject<ObjectDefinition>;
/** `Account.Name` */
export type FieldToken = PlatformObject<FieldOfObject>;

interface Tokens {
  readonly objects: Map<string, ObjectToken>;
  readonly fields: Map<string, FieldToken>;
}

/** A token is the same object wherever it is asked for, so that `==` and map keys work by identity. */
const tokensBySchema = new WeakMap<SchemaPort, Tokens>();

function tokensOf(schema: SchemaPort): Tokens {
  let tokens = tokensBySchema.get(schema);
  if (tokens === undefined) {
    tokens = { objects: new Map(), fields: new Map() };
    tokensBySchema.set(schema, tokens);
  }
  return tokens;
}

/** The token of an object. */
export function objectToken(schema: SchemaPort, object: ObjectDefinition): ObjectToken {
  const { objects } = tokensOf(schema);
  let token = objects.get(object.name);
  if (token === undefined) {
    token = new PlatformObject('Schema.SObjectType', object, ({ name }) => name);
    objects.set(object.name, token);
  }
  return token;
}

/** The token of a field. */
export function fieldToken(
  schema: SchemaPort,
  object: ObjectDefinition,
  field: FieldDefinition
): FieldToken {
  const { fields } = tokensOf(schema);
  const key = `${object.name}.${field.name}`;
  let token = fields.get(key);
  if (token === undefined) {
    token = new PlatformObject('Schema.SObjectField', { object, field }, (data) => data.field.name);
    fields.set(key, token);
  }
  return token;
}

/** @throws ApexException System.NoSuchElementException for an unknown object */
export function requireObject({ schema }: ApexContext, name: string): ObjectDefinition {
  const object = schema.object(name);
  if (object !== undefined) return object;
  throw new ApexException('System.InvalidParameterValueException', `Unknown object: ${name}`);
}

/** The field by the name or token that Apex gave. @throws ApexException System.SObjectException */
export function requireField(
  { schema }: ApexContext,
  objectName: string,
  field: string | FieldToken | null
): FieldDefinition {
  if (field === null) {
    throw new ApexException('System.NullPointerException', 'Argument 1 cannot be null');
  }
  const name = typeof field === 'string' ? field : field.data.field.name;
  const object = schema.object(objectName);
  const found = object && schema.field(object, name);
  if (found !== undefined) return found;
  throw new ApexException('System.SObjectException', `Invalid field ${name} for ${objectName}`);
}

/** The token of an object or field by its canonical name. @throws Error when the schema has no such thing */
export function tokenOf(
  schema: SchemaPort,
  objectName: string,
  fieldName?: string
): ObjectToken | FieldToken {
  const object = schema.object(objectName);
  if (object === undefined) throw new Error(`There is no object ${objectName}.`);
  if (fieldName === undefined) return objectToken(schema, object);
  const field = schema.field(object, fieldName);
  if (field === undefined) throw new Error(`There is no field ${objectName}.${fieldName}.`);
  return fieldToken(schema, object, field);
}
