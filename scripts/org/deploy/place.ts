import type { Component, Project } from '../metadata/index.ts';
import { parentTypeOf } from './fileNames.ts';
import type { Member } from './types.ts';

/** The component that lies at a line of a file; the file's own one where it holds several. */
export function placeOf(
  project: Project,
  file: string,
  line: number | undefined
): Member | undefined {
  const inFile = project.types
    .flatMap((type) => [...project.components(type)])
    .filter((component) => component.file === file || component.content === file);
  const owner = inFile.find(({ type }) => parentTypeOf(type) === undefined) ?? inFile[0];
  if (owner === undefined || inFile.length === 1 || line === undefined) return owner;
  return childAt(inFile, nameBefore(project.read(owner), line)) ?? owner;
}

/** The last `fullName` at or before a line. */
function nameBefore(text: string, line: number): string | undefined {
  const before = text.split('\n').slice(0, line).join('\n');
  return [...before.matchAll(/<fullName>\s*([^<]+?)\s*<\/fullName>/g)].at(-1)?.[1];
}

function childAt(components: readonly Component[], name: string | undefined): Member | undefined {
  return components.find(({ fullName }) => fullName.split('.').at(-1) === name);
}
