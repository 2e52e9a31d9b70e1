import { nativeClass } from '../../../apex/index.ts';
import type {
  ApexContext,
  ChildRelationship,
  ObjectDefinition,
  ObjectKind,
  RecordTypeDefinition
} from '../../../apex/index.ts';
import { ApexException, ApexList, ApexMap, ApexSObject } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { CaselessMap } from './caselessMap.ts';
import { getters } from './getters.ts';
import { fieldToken, objectToken, requireObject } from './tokens.ts';
import type { ObjectToken } from './tokens.ts';

type Describe = PlatformObject<ObjectDefinition>;

/** `Account.SObjectType.getDescribe()` */
export function describeObject(object: ObjectDefinition): Describe {
  return new PlatformObject(
    'Schema.DescribeSObjectResult',
    object,
    ({ name }) => `Schema.DescribeSObjectResult[getName=${name};]`
  );
}

function fieldMap(object: ObjectDefinition, { schema }: ApexContext): ApexMap {
  const prefix = `${schema.namespace}__`;
  return new CaselessMap(
    'String',
    'Schema.SObjectField',
    [...object.fields.values()].flatMap((field) => {
      const token = fieldToken(schema, object, field);
      const name = field.name.toLowerCase();
      const entry = [name, token] as const;
      return name.startsWith(prefix)
        ? [entry, [name.slice(prefix.length), token] as const]
        : [entry];
    })
  );
}

/** Objects that go with another one. */
const associated: Readonly<Partial<Record<ObjectKind, string>>> = {
  share: 'Share',
  history: 'History',
  changeEvent: 'ChangeEvent'
};

function policyOf(context: ApexContext) {
  return hostOf(context).transaction.policy;
}

function localName(name: string, { schema }: ApexContext): string {
  const prefix = `${schema.namespace}__`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** The same relationship is the same object, however often it is described. */
const relationships = new WeakMap<ChildRelationship, PlatformObject<ChildRelationship>>();

function relationshipObject(each: ChildRelationship): PlatformObject<ChildRelationship> {
  const known = relationships.get(each);
  if (known !== undefined) return known;
  const made = new PlatformObject('Schema.ChildRelationship', each);
  relationships.set(each, made);
  return made;
}

function childRelationships(object: ObjectDefinition): ApexList {
  return new ApexList(
    'Schema.ChildRelationship',
    object.childRelationships.map(relationshipObject)
  );
}

/** A record type with the canonical name of its object. */
interface RecordTypeOf extends RecordTypeDefinition {
  readonly object: string;
}

function recordTypeInfo(object: string, type: RecordTypeDefinition): PlatformObject<RecordTypeOf> {
  return new PlatformObject(
    'Schema.RecordTypeInfo',
    { ...type, object },
    ({ label, id }) => `Schema.RecordTypeInfo[getName=${label};getRecordTypeId=${id};]`
  );
}

function recordTypeMap(
  { name, recordTypes }: ObjectDefinition,
  keyType: string,
  key: (type: RecordTypeDefinition) => string
): ApexMap {
  const entries = recordTypes.map((type) => [key(type), recordTypeInfo(name, type)] as const);
  return new ApexMap(keyType, 'Schema.RecordTypeInfo', entries);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm */
export const describeSObjectResult = nativeClass(
  'Schema.DescribeSObjectResult',
  getters<ObjectDefinition>({
    'String getName()': ({ name }) => name,
    'String getLocalName()': ({ name }, context) => localName(name, context),
    'String getLabel()': ({ label }) => label,
    'String getLabelPlural()': ({ pluralLabel }) => pluralLabel,
    'String getKeyPrefix()': ({ keyPrefix }) => keyPrefix ?? null,
    'String getAssociateEntityType()': ({ kind }) => associated[kind] ?? null,
    'Schema.SObjectType getSObjectType()': (object, { schema }) => objectToken(schema, object),
    'List<Schema.ChildRelationship> getChildRelationships()': childRelationships,
    'List<Schema.RecordTypeInfo> getRecordTypeInfos()': ({ name, recordTypes }) =>
      new ApexList(
        'Schema.RecordTypeInfo',
        recordTypes.map((type) => recordTypeInfo(name, type))
      ),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName()': (object) =>
      recordTypeMap(object, 'String', ({ label }) => label),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': (object) =>
      recordTypeMap(object, 'String', ({ developerName }) => developerName),
    'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById()': (object) =>
      recordTypeMap(object, 'Id', ({ id }) => id),
    'Boolean isAccessible()': ({ name }, context) => policyOf(context).canRead(name),
    'Boolean isCreateable()': ({ name, createable }, context) =>
      createable && policyOf(context).canCreate(name),
    'Boolean isUpdateable()': ({ name, updateable }, context) =>
      updateable && policyOf(context).canEdit(name),
    'Boolean isDeletable()': ({ name, deletable }, context) =>
      deletable && policyOf(context).canDelete(name),
    'Boolean isUndeletable()': ({ name, undeletable }, context) =>
      undeletable && policyOf(context).canDelete(name),
    'Boolean isQueryable()': ({ queryable }) => queryable,
    'Boolean isSearchable()': ({ searchable }) => searchable,
    'Boolean isMergeable()': ({ mergeable }) => mergeable,
    'Boolean isCustom()': ({ kind }) => kind !== 'standard',
    'Boolean isCustomSetting()': ({ kind }) => kind === 'customSetting',
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean isFeedEnabled()': () => false,
    'Boolean isMruEnabled()': () => true,
    'Boolean getHasSubtypes()': () => false,
    'Schema.SObjectTypeFields fields': (object) =>
      new PlatformObject('Schema.SObjectTypeFields', object),
    'Schema.SObjectTypeFieldSets fieldSets': (object) =>
      new PlatformObject('Schema.SObjectTypeFieldSets', object)
  })
);

export const sObjectTypeFields = nativeClass(
  'Schema.SObjectTypeFields',
  getters<ObjectDefinition>({ 'Map<String, Schema.SObjectField> getMap()': fieldMap })
);

export const childRelationship = nativeClass(
  'Schema.ChildRelationship',
  getters<ChildRelationship>({
    'String getRelationshipName()': ({ relationshipName }) => relationshipName ?? null,
    'Schema.SObjectType getChildSObject()': ({ childObject }, context) =>
      objectToken(context.schema, requireObject(context, childObject)),
    'Schema.SObjectField getField()': ({ childObject, field }, context) => {
      const object = requireObject(context, childObject);
      const found = context.schema.field(object, field);
      return found === undefined ? null : fieldToken(context.schema, object, found);
    },
    'Boolean isCascadeDelete()': ({ cascadeDelete }) => cascadeDelete,
    'Boolean isRestrictedDelete()': ({ restrictedDelete }) => restrictedDelete,
    'Boolean isDeprecatedAndHidden()': () => false
  })
);

export const recordTypeInfoType = nativeClass(
  'Schema.RecordTypeInfo',
  getters<RecordTypeOf>({
    'String getName()': ({ label }) => label,
    'String getDeveloperName()': ({ developerName }) => developerName,
    'Id getRecordTypeId()': ({ id }) => id,
    'Boolean isActive()': ({ active }) => active,
    'Boolean isAvailable()': ({ active, master, id }, context) =>
      master || (active && policyOf(context).canUseRecordType(id)),
    'Boolean isDefaultRecordTypeMapping()': ({ master, object, id }, context) => {
      const given = policyOf(context).defaultRecordType(object);
      return given === undefined ? master : given === id;
    },
    'Boolean isMaster()': ({ master }) => master
  })
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_SObjectType.htm */
export const sObjectType = nativeClass('Schema.SObjectType', {
  'Schema.DescribeSObjectResult getDescribe()': (_context: ApexContext, self: ObjectToken) =>
    describeObject(self.data),
  'Schema.DescribeSObjectResult getDescribe(Object options)': (
    _context: ApexContext,
    self: ObjectToken
  ) => describeObject(self.data),
  'SObject newSObject()': (_context: ApexContext, self: ObjectToken) =>
    new ApexSObject(self.data.name),
  'SObject newSObject(Id id)': (_context: ApexContext, self: ObjectToken, id: string | null) =>
    withId(self.data, id),
  'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
    context: ApexContext,
    self: ObjectToken,
    recordTypeId: string | null
  ) => withDefaults(context, self.data, recordTypeId),
  'String toString()': (_context: ApexContext, self: ObjectToken) => self.data.name,
  'static Schema.SObjectType $token(String object)': (context: ApexContext, name: string) =>
    objectToken(context.schema, requireObject(context, name))
});

function withId(object: ObjectDefinition, id: string | null): ApexSObject {
  if (id !== null && object.keyPrefix !== undefined && !id.startsWith(object.keyPrefix)) {
    throw new ApexException(
      'System.SObjectException',
      `Invalid id value for this SObject type: ${id}`
    );
  }
  return new ApexSObject(object.name, id === null ? {} : { Id: id });
}

function withDefaults(
  context: ApexContext,
  object: ObjectDefinition,
  recordTypeId: string | null
): ApexSObject {
  const record = new ApexSObject(object.name);
  for (const field of object.fields.values()) {
    const value = field.picklistValues.find((each) => each.defaultValue)?.value;
    if (value !== undefined) record.fields[field.name] = value;
    else if (field.type === 'boolean' && field.createable) record.fields[field.name] = false;
  }
  if (recordTypeId !== null && context.schema.field(object, 'RecordTypeId') !== undefined) {
    record.fields['RecordTypeId'] = recordTypeId;
  }
  return record;
}
