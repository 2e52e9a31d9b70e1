import type { ChildRelationship, FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { shortName, textOf, type Project } from '../metadata/index.ts';
import { qualify } from './naming.ts';
import { objectOf } from './recordTypes.ts';

/** What a custom lookup calls its children: `Private_Offers` of `Private_Offer__c.Listing__c`, by canonical path. */
function relationshipNames(project: Project): Map<string, string> {
  const named = new Map<string, string>();
  for (const component of project.components('CustomField')) {
    const name = textOf(component.xml, 'relationshipName');
    const object = qualify(objectOf(component), project.namespace);
    const field = qualify(shortName(component), project.namespace);
    if (name !== undefined)
      named.set(`${object}.${field}`, qualify(`${name}__r`, project.namespace));
  }
  return named;
}

const events: ReadonlySet<string> = new Set(['platformEvent', 'changeEvent']);

/** Every object with the relationships to its children, out of the children's references. */
export function withChildren(
  objects: readonly ObjectDefinition[],
  project: Project
): ObjectDefinition[] {
  const names = relationshipNames(project);
  const byParent = new Map<string, ChildRelationship[]>();
  for (const object of objects.filter(({ kind }) => !events.has(kind))) {
    for (const field of object.fields.values()) {
      for (const parent of field.referenceTo) {
        const name = field.custom ? names.get(`${object.name}.${field.name}`) : undefined;
        append(byParent, parent, relationship(object, field, name));
      }
    }
  }
  return objects.map((object) => merge(object, byParent.get(object.name) ?? []));
}

function relationship(
  object: ObjectDefinition,
  field: FieldDefinition,
  relationshipName: string | undefined
): ChildRelationship {
  return {
    relationshipName: relationshipName ?? companionName(object, field),
    childObject: object.name,
    field: field.name,
    cascadeDelete: field.masterDetail || field.deleteConstraint === 'Cascade',
    restrictedDelete: field.deleteConstraint === 'Restrict'
  };
}

function companionName(object: ObjectDefinition, field: FieldDefinition): string | undefined {
  if (field.name !== 'ParentId') return undefined;
  if (object.kind === 'share') return 'Shares';
  return object.kind === 'history' ? 'Histories' : undefined;
}

/** The catalogue knows the names, the fields know the rest. */
function merge(object: ObjectDefinition, found: readonly ChildRelationship[]): ObjectDefinition {
  const named = new Map(
    object.childRelationships.toReversed().map((child) => [keyOf(child), child])
  );
  const rest = found.map((child) => ({
    ...child,
    relationshipName:
      child.relationshipName ?? named.get(keyOf(child))?.relationshipName ?? openName(object, child)
  }));
  return { ...object, childRelationships: rest };
}

/** Children that any object may have, by what the relationship is called on it. */
const openNames: Readonly<Record<string, string>> = {
  'Task.WhatId': 'Tasks',
  'Event.WhatId': 'Events',
  'Attachment.ParentId': 'Attachments',
  'Note.ParentId': 'Notes',
  'ContentDocumentLink.LinkedEntityId': 'ContentDocumentLinks',
  'EmailMessage.RelatedToId': 'Emails'
};

/** The jar cannot say this one: its classes use the name for something else. */
const fieldsRelationship = 'FieldDefinition.EntityDefinitionId';

function openName(object: ObjectDefinition, child: ChildRelationship): string | undefined {
  if (keyOf(child) === fieldsRelationship) return 'Fields';
  return object.kind === 'custom' ? openNames[keyOf(child)] : undefined;
}

function keyOf(child: ChildRelationship): string {
  return `${child.childObject}.${child.field}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
