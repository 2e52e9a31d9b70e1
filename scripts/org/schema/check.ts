import type { ObjectDefinition } from '../../apex/index.ts';
import { shortName, type Component, type Project } from '../metadata/index.ts';
import { fieldError } from './customField.ts';
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

function checkField({ component, project, object, byName }: FieldCheck): void {
  const name = qualify(shortName(component), project.namespace).toLowerCase();
  const field = object.fields.get(name);
  // The project may customise a standard field of a feature that the catalogue does not have.
  if (field === undefined && object.kind === 'standard' && !name.endsWith('__c')) return;
  if (field === undefined)
    throw fieldError(component, project, `is no standard field of ${object.name}, and not custom`);
  const unknown = field.referenceTo.find((target) => !byName.has(target));
  if (unknown !== undefined)
    throw fieldError(component, project, `refers to the unknown object ${unknown}`);
  if (field.masterDetail && leadsBack(object, byName))
    throw fieldError(component, project, 'is part of a circle of master-detail relationships');
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
