import { nodesOf, parseXml, textOf, textsOf } from '../metadata/index.ts';
import { folderTypeOf } from './fileNames.ts';
import { requirePlainXml } from './plainXml.ts';
import type { Member } from './types.ts';

/** `package.xml` or a list of deletions. */
export interface Manifest {
  readonly version: string | undefined;
  /** Members by type; `*` stands for all. */
  readonly types: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a manifest.
 * @param file its name, for messages
 * @throws UserError for XML that is not well-formed or declares entities
 */
export function readManifest(text: string, file: string): Manifest {
  requirePlainXml(text, file);
  const xml = parseXml(text, file);
  const types = nodesOf(xml, 'types').map((node): [string, readonly string[]] => [
    textOf(node, 'name') ?? '',
    textsOf(node, 'members')
  ]);
  const merged = new Map<string, readonly string[]>();
  for (const [name, members] of types.flatMap(withFolders)) {
    merged.set(name, [...(merged.get(name) ?? []), ...members]);
  }
  return { version: textOf(xml, 'version'), types: merged };
}

/** Reports and the like lie in folders, which manifests name among them: `Sales/` or `Sales`. */
function withFolders([type, members]: [string, readonly string[]]): [string, readonly string[]][] {
  const folderType = folderTypeOf(type);
  if (folderType === undefined) return [[type, members]];
  const isFolder = (name: string): boolean => name !== '*' && !/\/./.test(name);
  const folders = members.filter(isFolder).map((name) => name.replace(/\/$/, ''));
  const inside = members.filter((name) => !isFolder(name));
  return [
    [type, inside],
    [folderType, folders]
  ];
}

/** Everything that a manifest names. */
export function membersOf({ types }: Manifest): Member[] {
  return [...types].flatMap(([type, names]) => names.map((fullName) => ({ type, fullName })));
}

/** Does the manifest name a component, by its own name or by `*`? */
export function lists({ types }: Manifest, { type, fullName }: Member): boolean {
  const names = types.get(type) ?? [];
  return names.includes(fullName) || names.includes('*');
}
