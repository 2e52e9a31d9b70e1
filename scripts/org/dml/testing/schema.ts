import type {
  ChildRelationship,
  FieldDefinition,
  ObjectDefinition,
  SchemaPort
} from '../../../apex/index.ts';

/** A field that says only what matters. */
export function aField(name: string, parts: Partial<FieldDefinition> = {}): FieldDefinition {
  const isReference = parts.type === 'reference';
  return {
    name,
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    type: 'string',
    length: 0,
    precision: 0,
    scale: 0,
    custom: name.endsWith('__c'),
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    groupable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: name === 'Id',
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
    referenceTo: [],
    relationshipName: isReference ? name.replace(/Id$/, '').replace(/__c$/, '__r') : undefined,
    masterDetail: false,
    deleteConstraint: undefined,
    restrictedPicklist: false,
    picklistValues: [],
    controllingField: undefined,
    ...parts
  };
}

const readOnly = { createable: false, updateable: false } as const;

function systemFields(): FieldDefinition[] {
  const user = { type: 'reference', referenceTo: ['User'], ...readOnly } as const;
  return [
    aField('Id', { type: 'id', ...readOnly }),
    aField('IsDeleted', { type: 'boolean', ...readOnly }),
    aField('CreatedById', user),
    aField('CreatedDate', { type: 'datetime', ...readOnly }),
    aField('LastModifiedById', user),
    aField('LastModifiedDate', { type: 'datetime', ...readOnly }),
    aField('SystemModstamp', { type: 'datetime', ...readOnly })
  ];
}

/** The owner of a record. */
export function ownerField(): FieldDefinition {
  return aField('OwnerId', {
    type: 'reference',
    referenceTo: ['User', 'Group'],
    nillable: false,
    defaultedOnCreate: true
  });
}

/** An object with the system fields and these. */
export function anObject(
  name: string,
  fields: readonly FieldDefinition[],
  parts: Partial<ObjectDefinition> = {}
): ObjectDefinition {
  const all = [...systemFields(), ...fields];
  return {
    name,
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    pluralLabel: `${name.replace(/__c$/, '').replaceAll('_', ' ')}s`,
    keyPrefix: '001',
    customSettingType: undefined,
    sharingModel: 'ReadWrite',
    fields: new Map(all.map((field) => [field.name.toLowerCase(), field])),
    childRelationships: [],
    recordTypes: [],
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    queryable: true,
    searchable: true,
    mergeable: false,
    ...parts
  };
}

/** A schema of these objects; child relationships follow from their lookups. */
export function aSchema(objects: readonly ObjectDefinition[]): SchemaPort {
  const linked = objects.map((object) => ({
    ...object,
    childRelationships: childrenOf(object, objects)
  }));
  const byName = new Map<string, ObjectDefinition>(
    linked.map((object) => [object.name.toLowerCase(), object])
  );
  return {
    namespace: undefined,
    objects: byName,
    object: (name) => byName.get(name.toLowerCase()),
    field: (object, name) => object.fields.get(name.toLowerCase()),
    parentRelationship: (object, name) =>
      [...object.fields.values()].find(
        (field) => field.relationshipName?.toLowerCase() === name.toLowerCase()
      ),
    childRelationship: (object, name) =>
      object.childRelationships.find((child) => child.relationshipName === name),
    label: () => undefined
  };
}

function childrenOf(
  parent: ObjectDefinition,
  objects: readonly ObjectDefinition[]
): ChildRelationship[] {
  return objects.flatMap((child) =>
    [...child.fields.values()]
      .filter((field) => field.referenceTo.includes(parent.name) && parent.name !== 'User')
      .map((field) => ({
        relationshipName: `${child.name.replace(/__c$/, '')}s`,
        childObject: child.name,
        field: field.name,
        cascadeDelete: field.masterDetail || field.deleteConstraint === 'Cascade',
        restrictedDelete: field.deleteConstraint === 'Restrict'
      }))
  );
}
