import { createRequire } from 'node:module';
import { childElements } from '../metadata/index.ts';
import type { Member } from './types.ts';

/** What source-deploy-retrieve's registry says of a metadata type. */
export interface MetadataType {
  readonly name: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly inFolder?: boolean;
  readonly folderType?: string;
  readonly strategies?: { readonly adapter: string };
  readonly children?: { readonly types: Readonly<Record<string, { readonly name: string }>> };
}

interface Registry {
  readonly types: Readonly<Record<string, MetadataType>>;
}

/** The registry itself is loaded, not the library around it, which takes half a second. */
const registryFile = '@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json';
const { types } = createRequire(import.meta.url)(registryFile) as Registry;
const typesByName = new Map(Object.values(types).map((type) => [type.name, type]));

/** A metadata type by its name; undefined for a child type. */
export function metadataType(name: string): MetadataType | undefined {
  return typesByName.get(name);
}

/** All types that have files of their own. */
export function metadataTypes(): readonly MetadataType[] {
  return [...typesByName.values()];
}

/** `ReportFolder` of `Report`; undefined for what lies in no folder. */
export function folderTypeOf(type: string): string | undefined {
  return types[typesByName.get(type)?.folderType ?? '']?.name;
}

/** The type whose files hold the components of a child type: `CustomObject` of `CustomField`. */
export function parentTypeOf(type: string): string | undefined {
  return Object.keys(childElements).find((parent) =>
    Object.values(childElements[parent] ?? {}).includes(type)
  );
}

/** The element that holds a child in its parent's file: `fields` of `CustomField`. */
export function elementOf(type: string): string | undefined {
  const children = childElements[parentTypeOf(type) ?? ''] ?? {};
  return Object.keys(children).find((element) => children[element] === type);
}

/** The component in whose file another lies: `CustomObject Box__c` of `CustomField Box__c.Size__c`, else itself. */
export function ownerOf({ type, fullName }: Member): Member {
  const parent = parentTypeOf(type);
  if (parent === undefined) return { type, fullName };
  if (parent === 'CustomLabels') return { type: parent, fullName: parent };
  return { type: parent, fullName: fullName.split('.')[0] ?? fullName };
}

/** The file in metadata format in which a component lies: `objects/Box__c.object`. */
export function fileNameOf(member: Member): string {
  const { type, fullName } = ownerOf(member);
  const known = metadataType(type);
  if (known === undefined) return fullName;
  if (known.name.endsWith('Folder')) return `${known.directoryName}/${fullName}-meta.xml`;
  const suffix = isBundle(type) || known.suffix === undefined ? '' : `.${known.suffix}`;
  return `${known.directoryName}/${fullName}${suffix}`;
}

/** Is a component of the type a folder of files? */
export function isBundle(type: string): boolean {
  return metadataType(type)?.strategies?.adapter === 'bundle';
}
