import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { textOf } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';

/** An object, and the project that adds to it. */
export interface ObjectPlace {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
}

/** The components of a type that belong to an object: `Account.Short`, `Account.New_Case`. */
export function componentsOf({ project, schema, object }: ObjectPlace, type: string): Component[] {
  return project
    .components(type)
    .filter(({ fullName }) => isObject(fullName.split('.')[0] ?? '', { schema, object }));
}

/** The compact layout that the object names as its own; undefined when it names none. */
export function assignedCompactLayout(place: ObjectPlace): Component | undefined {
  const own = place.project
    .components('CustomObject')
    .find(({ fullName }) => isObject(fullName, place));
  const name = own === undefined ? undefined : textOf(own.xml, 'compactLayoutAssignment');
  return componentsOf(place, 'CompactLayout').find(({ fullName }) =>
    fullName.endsWith(`.${name ?? ''}`)
  );
}

/** The project writes its names without namespace, the schema with it. */
function isObject(name: string, { schema, object }: Omit<ObjectPlace, 'project'>): boolean {
  return schema.object(name)?.name === object.name;
}
