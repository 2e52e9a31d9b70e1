import type {
  ChildRelationship,
  FieldDefinition,
  FieldType,
  ObjectDefinition,
  ObjectKind,
  SchemaPort
} from '../platform/index.ts';

/** `Name: string`, `AccountId: reference Account Account Contacts` (object, relationship, child relationship). */
export type FieldTexts = Readonly<Record<string, string>>;

/** A small schema for tests: objects by name, fields by a short text. */
export function testSchema(
  objects: Readonly<Record<string, FieldTexts>>,
  options: { readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> } = {}
): SchemaPort {
  const definitions = Object.entries(objects).map(([name, fields]) =>
    objectDefinition(name, { Id: 'id', ...fields }, childrenOf(objects, name))
  );
  const byName = new Map(definitions.map((one) => [one.name.toLowerCase(), one]));
  const { namespace, labels = {} } = options;
  const find = <T>(map: ReadonlyMap<string, T>, name: string): T | undefined =>
    map.get(name.toLowerCase()) ?? map.get(`${namespace ?? ''}__${name}`.toLowerCase());
  return {
    namespace,
    objects: byName,
    object: (name) => find(byName, name),
    field: (object, name) => find(object.fields, name),
    parentRelationship: (object, name) =>
      [...object.fields.values()].find(
        ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
      ),
    childRelationship: (object, name) =>
      object.childRelationships.find(
        ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
      ),
    label: (name) => labels[name]
  };
}

function childrenOf(
  objects: Readonly<Record<string, FieldTexts>>,
  parent: string
): readonly ChildRelationship[] {
  return Object.entries(objects).flatMap(([childObject, fields]) =>
    Object.entries(fields).flatMap(([field, text]) => {
      const [, to, , relationshipName] = text.split(' ');
      if (to !== parent || relationshipName === undefined) return [];
      return [
        { relationshipName, childObject, field, cascadeDelete: false, restrictedDelete: false }
      ];
    })
  );
}

function objectDefinition(
  name: string,
  fields: FieldTexts,
  childRelationships: readonly ChildRelationship[]
): ObjectDefinition {
  const list = Object.entries(fields).map(([field, text]) => fieldDefinition(field, text));
  return {
    name,
    kind: kindOf(name),
    label: name,
    pluralLabel: name,
    keyPrefix: '001',
    customSettingType: undefined,
    sharingModel: 'ReadWrite',
    fields: new Map(list.map((field) => [field.name.toLowerCase(), field])),
    childRelationships,
    recordTypes: [],
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    queryable: true,
    searchable: true,
    mergeable: /^(Account|Case|Contact|Lead)$/.test(name)
  };
}

function kindOf(name: string): ObjectKind {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__e')) return 'platformEvent';
  return name.endsWith('__c') ? 'custom' : 'standard';
}

function fieldDefinition(name: string, text: string): FieldDefinition {
  const [type = 'string', to, relationshipName] = text.split(' ');
  return {
    name,
    label: name,
    type: type as FieldType,
    length: 255,
    precision: 18,
    scale: 2,
    custom: name.endsWith('__c'),
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    groupable: true,
    unique: false,
    caseSensitive: false,
    externalId: /^External_Id__c$/.test(name),
    idLookup: false,
    nameField: name === 'Name',
    autoNumber: false,
    autoNumberFormat: undefined,
    htmlFormatted: false,
    helpText: undefined,
    calculated: false,
    formula: undefined,
    rollUp: undefined,
    defaultValueFormula: undefined,
    defaultedOnCreate: false,
    referenceTo: to === undefined ? [] : to.split(','),
    relationshipName,
    masterDetail: false,
    deleteConstraint: undefined,
    restrictedPicklist: false,
    picklistValues: [],
    controllingField: undefined
  };
}
