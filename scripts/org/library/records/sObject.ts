import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import type { ApexSObject } from '../../../apex/runtime/index.ts';
import { ApexException, ApexList, ApexMap, nullArgument } from '../../../apex/runtime/index.ts';
import { defineObject } from '../../schema/index.ts';
import { databaseError } from '../database/results.ts';
import { objectToken, requireField } from '../schema/tokens.ts';
import type { FieldToken } from '../schema/tokens.ts';
import { assignable } from './assignment.ts';

type FieldKey = string | FieldToken | null;

function get(context: ApexContext, self: ApexSObject, key: FieldKey): unknown {
  if (self.type === 'AggregateResult') return aggregateValue(self, key);
  const alias = aliasOf(context, self, key);
  if (alias !== undefined) return self.fields[alias] ?? null;
  return self.get(requireField(context, self.type, key).name);
}

/** The name that a query gave to `FORMAT(…)` or its like, where that is no field. */
function aliasOf({ schema }: ApexContext, self: ApexSObject, key: FieldKey): string | undefined {
  const object = schema.object(self.type);
  if (typeof key !== 'string' || object === undefined) return undefined;
  if (schema.field(object, key) !== undefined) return undefined;
  return Object.keys(self.fields).find((name) => name.toLowerCase() === key.toLowerCase());
}

function aggregateValue(self: ApexSObject, key: FieldKey): unknown {
  if (key === null) throw nullArgument(1);
  const wanted = (typeof key === 'string' ? key : key.data.field.name).toLowerCase();
  const found = Object.keys(self.fields).find((name) => name.toLowerCase() === wanted);
  if (found !== undefined) return self.fields[found] ?? null;
  throw new ApexException('System.SObjectException', `Invalid field ${wanted} for AggregateResult`);
}

function put(context: ApexContext, self: ApexSObject, ...rest: [FieldKey, unknown]): unknown {
  const [key, value] = rest;
  const field = requireField(context, self.type, key);
  if (field.calculated) {
    throw new ApexException('System.SObjectException', `Field ${field.name} is not editable`);
  }
  const before = self.peek(field.name);
  self.put(
    field.name,
    assignable(field, value, (each) => context.program.typeName(each))
  );
  return before;
}

/** The canonical name of a parent relationship by its name or its lookup field. */
function parentName({ schema }: ApexContext, self: ApexSObject, key: FieldKey): string {
  if (key === null) throw nullArgument(1);
  const object = schema.object(self.type);
  const name = typeof key === 'string' ? key : (key.data.field.relationshipName ?? '');
  const field = object && schema.parentRelationship(object, name);
  if (field?.relationshipName !== undefined) return field.relationshipName;
  throw new ApexException(
    'System.SObjectException',
    `Invalid relationship ${name} for ${self.type}`
  );
}

function childRecords({ schema }: ApexContext, self: ApexSObject, name: string): ApexList | null {
  const object = schema.object(self.type);
  const relationship = object && schema.childRelationship(object, name);
  if (relationship?.relationshipName === undefined) {
    const text = `Invalid relationship ${name} for ${self.type}`;
    throw new ApexException('System.SObjectException', text);
  }
  const children = self.getChildren(relationship.relationshipName);
  return children === undefined || children.items.length === 0 ? null : children;
}

function clone(
  self: ApexSObject,
  [keepId = false, deep = false, keepTimes = false]: boolean[]
): ApexSObject {
  const copy = self.copy({ keepId: keepId ?? false, deep: deep ?? false });
  if (!keepTimes) {
    for (const name of ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']) {
      Reflect.deleteProperty(copy.fields, name);
    }
  }
  return copy;
}

function populated(self: ApexSObject): ApexMap {
  const children = Object.entries(self.children);
  const entries = [...Object.entries(self.fields), ...Object.entries(self.parents), ...children];
  return new ApexMap('String', 'Object', entries);
}

function addError(self: ApexSObject, message: unknown, field?: string): void {
  const text = message instanceof ApexException ? (message.text ?? '') : String(message);
  self.errors.push({ field, message: text });
}

const errorMembers: NativeMembers = {
  'void addError(String message)': (_context: ApexContext, self: ApexSObject, text: unknown) =>
    addError(self, text),
  'void addError(String message, Boolean escape)': (
    _context: ApexContext,
    self: ApexSObject,
    text: unknown
  ) => addError(self, text),
  'void addError(Exception error)': (_context: ApexContext, self: ApexSObject, error: unknown) =>
    addError(self, error),
  'void addError(Exception error, Boolean escape)': (
    _context: ApexContext,
    self: ApexSObject,
    error: unknown
  ) => addError(self, error),
  'void addError(Schema.SObjectField field, String message)': fieldError,
  'void addError(String field, String message)': fieldError,
  'List<Database.Error> getErrors()': (_context: ApexContext, self: ApexSObject) =>
    new ApexList(
      'Database.Error',
      self.errors.map(({ field, message }) =>
        databaseError({
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message,
          fields: field === undefined ? [] : [field]
        })
      )
    ),
  'Boolean hasErrors()': (_context: ApexContext, self: ApexSObject) => self.errors.length > 0
};

function fieldError(
  context: ApexContext,
  self: ApexSObject,
  ...[key, text]: [FieldKey, unknown]
): void {
  addError(self, text, requireField(context, self.type, key).name);
}

const relationshipMembers: NativeMembers = {
  'SObject getSObject(String relationship)': (
    context: ApexContext,
    self: ApexSObject,
    key: FieldKey
  ) => self.getParent(parentName(context, self, key)),
  'SObject getSObject(Schema.SObjectField field)': (
    context: ApexContext,
    self: ApexSObject,
    key: FieldKey
  ) => self.getParent(parentName(context, self, key)),
  'SObject putSObject(String relationship, SObject parent)': putParent,
  'SObject putSObject(Schema.SObjectField field, SObject parent)': putParent,
  'List<SObject> getSObjects(String relationship)': (
    context: ApexContext,
    self: ApexSObject,
    name: string
  ) => childRecords(context, self, name)
};

function putParent(
  context: ApexContext,
  self: ApexSObject,
  ...[key, parent]: [FieldKey, ApexSObject | null]
): ApexSObject | null {
  const name = parentName(context, self, key);
  const before = self.parents[name] ?? null;
  self.setParent(name, parent);
  return before;
}

const cloneSignatures = [
  'SObject clone()',
  'SObject clone(Boolean preserveId)',
  'SObject clone(Boolean preserveId, Boolean deep)',
  'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveTimestamps)',
  'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveTimestamps, Boolean preserveNumbers)'
];

const cloneMembers: NativeMembers = Object.fromEntries(
  cloneSignatures.map((signature) => [
    signature,
    (_context: ApexContext, self: ApexSObject, ...flags: boolean[]) => clone(self, flags)
  ])
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm */
export const sObject = nativeClass('SObject', {
  'Object get(String field)': get,
  'Object get(Schema.SObjectField field)': get,
  'Object put(String field, Object value)': put,
  'Object put(Schema.SObjectField field, Object value)': put,
  'Boolean isSet(String field)': isSet,
  'Boolean isSet(Schema.SObjectField field)': isSet,
  ...relationshipMembers,
  ...cloneMembers,
  ...errorMembers,
  'Boolean isClone()': () => false,
  'Map<String, Object> getPopulatedFieldsAsMap()': (_context: ApexContext, self: ApexSObject) =>
    populated(self),
  'Schema.SObjectType getSObjectType()': ({ schema }: ApexContext, self: ApexSObject) => {
    const object = schema.object(self.type);
    return object === undefined ? null : objectToken(schema, object);
  },
  'void clear()': (_context: ApexContext, self: ApexSObject) => {
    for (const name of self.setFields()) Reflect.deleteProperty(self.fields, name);
  },
  'void setOptions(Database.DMLOptions options)': () => undefined
});

function isSet(context: ApexContext, self: ApexSObject, key: FieldKey): boolean {
  return self.isSet(requireField(context, self.type, key).name);
}

/** What has no records of its own, but a token. */
const aggregates = defineObject({
  name: 'AggregateResult',
  kind: 'standard',
  label: 'Aggregate Result',
  fields: []
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm */
export const aggregateResult = nativeClass(
  'AggregateResult',
  {
    'static Schema.SObjectType SObjectType': ({ schema }: ApexContext) =>
      objectToken(schema, aggregates),
    'Object get(String field)': get
  },
  { superName: 'SObject' }
);
