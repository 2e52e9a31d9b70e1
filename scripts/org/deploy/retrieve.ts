import type { Project } from '../metadata/index.ts';
import { composeFiles } from './compose.ts';
import { propertiesOf } from './listMetadata.ts';
import type { FileAuthor, FileProperties } from './listMetadata.ts';
import type { Manifest } from './manifest.ts';
import type { Member } from './types.ts';
import { writeZip } from './zip/index.ts';
import { writeMetadata } from './writeXml.ts';

/** What a retrieval brings. */
export interface Retrieved {
  readonly zip: Buffer;
  readonly fileProperties: readonly FileProperties[];
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
}

export interface RetrieveRequest {
  readonly manifest: Manifest;
  /** Without a folder for the package: a package of its own. */
  readonly singlePackage: boolean;
}

/** Packs what a manifest names. */
export function retrieve(
  project: Project,
  { manifest, singlePackage }: RetrieveRequest,
  author: FileAuthor
): Retrieved {
  const asked = [...manifest.types].flatMap(([type, names]) => askedOf(project, type, names));
  const found = asked.filter((member) => isThere(project, member));
  const prefix = singlePackage ? '' : 'unpackaged/';
  const files = [...composeFiles(project, found)].map(([name, data]): [string, Uint8Array] => [
    prefix + name,
    data
  ]);
  const list = Buffer.from(manifestText(found, manifest.version ?? project.apiVersion));
  return {
    zip: writeZip(new Map([...files, [`${prefix}package.xml`, list]])),
    fileProperties: found.map((member) => propertiesOf(project, member, author)),
    messages: asked
      .filter((member) => !isThere(project, member))
      .map((member) => ({
        fileName: `${prefix}package.xml`,
        problem: `Entity of type '${member.type}' named '${member.fullName}' cannot be found`
      }))
  };
}

function askedOf(project: Project, type: string, names: readonly string[]): Member[] {
  const all = names.includes('*') ? project.components(type) : [];
  const named = names.filter((name) => name !== '*').map((fullName) => ({ type, fullName }));
  return [...all.map(({ fullName }) => ({ type, fullName })), ...named];
}

/** A standard object is there as soon as something of it is the project's. */
function isThere(project: Project, member: Member): boolean {
  if (project.component(member.type, member.fullName) !== undefined) return true;
  return (
    member.type === 'CustomObject' &&
    project
      .components('CustomField')
      .some(({ fullName }) => fullName.startsWith(`${member.fullName}.`))
  );
}

function manifestText(members: readonly Member[], version: string): string {
  const byType = Map.groupBy(members, ({ type }) => type);
  const types = [...byType].map(([name, list]) => ({
    members: list.map(({ fullName }) => fullName),
    name
  }));
  return writeMetadata('Package', { types, version });
}
