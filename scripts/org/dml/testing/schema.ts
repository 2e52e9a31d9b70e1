import { plainField, plainObject } from '../../../apex/testing/definitions.ts';
import { schemaOver } from '../../schema/index.ts';
import type {
  ChildRelationship,
  FieldDefinition,
  ObjectDefinition,
  SchemaPort
} from '../../../apex/index.ts';

/** A field that says only what matters. */
export function aField(name: string, parts: Partial<FieldDefinition> = {}): FieldDefinition {
  const isReference = parts.type === 'reference';
  return plainField(name, {
    label: labelOf(name),
    idLookup: name === 'Id',
    relationshipName: isReference ? name.replace(/Id$/, '').replace(/__c$/, '__r') : undefined,
    ...parts
  });
}

function labelOf(name: string): string {
  return name.replace(/__c$/, '').replaceAll('_', ' ');
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
  const label = labelOf(name);
  const all = [...systemFields(), ...fields];
  return plainObject(name, all, { label, pluralLabel: `${label}s`, ...parts });
}

/** A schema of these objects; child relationships follow from their lookups. */
export function aSchema(objects: readonly ObjectDefinition[]): SchemaPort {
  const linked = objects.map((object) => ({
    ...object,
    childRelationships: childrenOf(object, objects)
  }));
  return schemaOver(linked, undefined);
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
