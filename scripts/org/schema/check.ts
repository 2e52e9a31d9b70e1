import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { shortName, type Component, type Project } from '../metadata/index.ts';
import { fieldError } from './fieldError.ts';
import { qualify } from './naming.ts';
import { objectOf } from './recordTypes.ts';

/**
 * Refuses references that lead nowhere and master-detail relationships that go round in a circle.
 * @throws UserError at the field's file and line
 */
export function checkReferences(objects: readonly ObjectDefinition[], project: Project): void {
  const byName = new Map(objects.map((object) => [object.name, object]));
  for (const component of project.components('CustomField')) {
    const object = byName.get(qualify(objectOf(component), project.namespace));
    if (object === undefined)
      throw fieldError(component, project, `belongs to the unknown object ${objectOf(component)}`);
    checkField({ component, project, object, byName });
  }
}

interface FieldCheck {
  readonly component: Component;
  readonly project: Project;
  readonly object: ObjectDefinition;
  readonly byName: ReadonlyMap<string, ObjectDefinition>;
}

function checkField(check: FieldCheck): void {
  const { component, project, object } = check;
  const name = qualify(shortName(component), project.namespace).toLowerCase();
  const field = object.fields.get(name);
  // The project may customise a standard field of a feature that the catalogue does not have.
  if (field === undefined && object.kind === 'standard' && !name.endsWith('__c')) return;
  const what =
    field === undefined
      ? `is no standard field of ${object.name}, and not custom`
      : (badReference(check, field) ?? badController(check, field) ?? badRollUp(check, field));
  if (what !== undefined) throw fieldError(component, project, what);
}

function badReference({ object, byName }: FieldCheck, field: FieldDefinition): string | undefined {
  const unknown = field.referenceTo.find((target) => !byName.has(target));
  if (unknown !== undefined) return `refers to the unknown object ${unknown}`;
  const isCircle = field.masterDetail && leadsBack(object, byName);
  return isCircle ? 'is part of a circle of master-detail relationships' : undefined;
}

function badController({ object }: FieldCheck, field: FieldDefinition): string | undefined {
  const seen = new Set([field.name]);
  for (
    let name = field.controllingField;
    name !== undefined;
    name = object.fields.get(name.toLowerCase())?.controllingField
  ) {
    if (!object.fields.has(name.toLowerCase())) return `depends on the unknown field ${name}`;
    if (seen.has(name)) return 'depends on itself, if only through other fields';
    seen.add(name);
  }
  return undefined;
}

function badRollUp(
  { object, byName }: FieldCheck,
  { rollUp }: FieldDefinition
): string | undefined {
  if (rollUp === undefined) return undefined;
  const child = byName.get(rollUp.childObject);
  const key = child?.fields.get(rollUp.childReferenceField.toLowerCase());
  // Some standard lookups, such as an opportunity's account, can be summarized like details.
  const isDetail = key !== undefined && (key.masterDetail || !key.custom);
  if (!isDetail || !key.referenceTo.includes(object.name))
    return `summarizes ${rollUp.childObject}.${rollUp.childReferenceField}, which is no master-detail field to ${object.name}`;
  const named = [rollUp.summarizedField, ...rollUp.filters.map((filter) => filter.field)];
  const unknown = named.find(
    (name) => name !== undefined && child?.fields.has(name.toLowerCase()) !== true
  );
  return unknown === undefined ? undefined : `summarizes the unknown field ${unknown}`;
}

function leadsBack(
  start: ObjectDefinition,
  byName: ReadonlyMap<string, ObjectDefinition>
): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    const masters = [...object.fields.values()].filter((field) => field.masterDetail);
    for (const target of masters.flatMap((field) => field.referenceTo)) {
      if (target === start.name) return true;
      const next = byName.get(target);
      if (next !== undefined && !seen.has(target)) open.push(next);
      seen.add(target);
    }
  }
  return false;
}
