import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component, Project } from './types.ts';

/** What a project is made of, as it is kept in the cache. */
export interface ProjectData {
  readonly folder: string;
  readonly namespace: string | undefined;
  readonly apiVersion: string;
  readonly packageDirectories: readonly string[];
  readonly components: readonly Component[];
  readonly fingerprint: string;
}

type ReadText = (file: string) => string;

/**
 * A project over components that are already read.
 * @param readText gives the text of a file; by default from the project's folder
 */
export function createProject(data: ProjectData, readText?: ReadText): Project {
  const read: ReadText = readText ?? ((file) => readFileSync(join(data.folder, file), 'utf8'));
  const byType = Map.groupBy(withoutRepeats(data.components), (component) => component.type);
  for (const list of byType.values()) list.sort((a, b) => compare(a.fullName, b.fullName));
  return {
    ...data,
    types: [...byType.keys()].sort(compare),
    components: (type) => byType.get(type) ?? [],
    component: (type, fullName) => byType.get(type)?.find((item) => item.fullName === fullName),
    read: (component) => read(component.content ?? component.file)
  };
}

/** Package directories may each have a part of one object, or their own edition of a component: the last one counts. */
function withoutRepeats(components: readonly Component[]): Component[] {
  const found = new Map<string, Component>();
  for (const component of components) {
    const key = `${component.type} ${component.fullName}`;
    const isEmpty = Object.keys(component.xml).length === 0;
    if (!isEmpty || !found.has(key)) found.set(key, component);
  }
  return [...found.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
