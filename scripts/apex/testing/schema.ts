import type {
  ChildRelationship,
  FieldDefinition,
  FieldType,
  ObjectDefinition,
  ObjectKind,
  SchemaPort
} from '../platform/index.ts';
import { plainField, plainObject } from './definitions.ts';

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
  const mergeable = /^(Account|Case|Contact|Lead)$/.test(name);
  return plainObject(name, list, { kind: kindOf(name), childRelationships, mergeable });
}

function kindOf(name: string): ObjectKind {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__e')) return 'platformEvent';
  return name.endsWith('__c') ? 'custom' : 'standard';
}

function fieldDefinition(name: string, text: string): FieldDefinition {
  const [type = 'string', to, relationshipName] = text.split(' ');
  return plainField(name, {
    type: type as FieldType,
    length: 255,
    precision: 18,
    scale: 2,
    externalId: /^External_Id__c$/.test(name),
    referenceTo: to === undefined ? [] : to.split(','),
    relationshipName
  });
}
