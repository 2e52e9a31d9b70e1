import type { VirtualDirectory } from '@salesforce/source-deploy-retrieve';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { createProject } from './project.ts';
import { resolveComponents } from './resolve.ts';
import type { Component, Project } from './types.ts';

/** Files that are not on disk: those of a deployed zip, by their path in it. */
export type DeployedFiles = ReadonlyMap<string, Uint8Array>;

const root = '/deployed';

/**
 * Reads components out of files in memory, in metadata or source format, as `readProject` reads them from disk.
 * @param project whose namespace and API version the files are read with
 * @throws UserError naming file and line for broken XML
 */
export async function readDeployed(files: DeployedFiles, project: Project): Promise<Project> {
  const { VirtualTreeContainer } = await import('@salesforce/source-deploy-retrieve');
  const tree = new VirtualTreeContainer(directoriesOf(files));
  const components = await resolveComponents({ tree, roots: [root], folder: root });
  const { namespace, apiVersion } = project;
  const fingerprint = createHash('sha1').update(JSON.stringify(components)).digest('hex');
  return createProject(
    { folder: root, namespace, apiVersion, packageDirectories: ['.'], components, fingerprint },
    (file) => Buffer.from(files.get(file) ?? []).toString('utf8')
  );
}

/** The directories of a file tree, as source-deploy-retrieve takes them. */
function directoriesOf(files: DeployedFiles): VirtualDirectory[] {
  const children = new Map<string, Map<string, Uint8Array | undefined>>();
  for (const [name, data] of files) addPath(children, posix.join(root, name), data);
  return [...children].map(([dirPath, entries]) => ({
    dirPath,
    children: [...entries].map(([name, data]) =>
      data === undefined ? name : { name, data: Buffer.from(data) }
    )
  }));
}

function addPath(
  children: Map<string, Map<string, Uint8Array | undefined>>,
  path: string,
  data: Uint8Array | undefined
): void {
  const directory = posix.dirname(path);
  const entries = children.get(directory) ?? new Map<string, Uint8Array | undefined>();
  entries.set(posix.basename(path), data);
  if (children.has(directory)) return;
  children.set(directory, entries);
  if (directory !== root) addPath(children, directory, undefined);
}

/** What a deployment does to a project. */
export interface Deployment {
  readonly added: Project;
  /** Types and full names of what is deleted. */
  readonly removed: readonly { readonly type: string; readonly fullName: string }[];
}

/** A project after a deployment: what is deployed takes the place of what was, member by member. */
export function deployInto(project: Project, { added, removed }: Deployment): Project {
  const replaced = new Set([...componentsOf(added), ...removed].map(keyOf));
  const kept = componentsOf(project).filter((component) => !replaced.has(keyOf(component)));
  const fresh = componentsOf(added);
  const isFresh = new Set<Component>(fresh);
  const fingerprint = `${project.fingerprint} ${added.fingerprint} ${JSON.stringify(removed)}`;
  const merged = createProject({ ...project, components: [...kept, ...fresh], fingerprint });
  return {
    ...merged,
    read: (component) => (isFresh.has(component) ? added : project).read(component)
  };
}

function componentsOf(project: Project): Component[] {
  return project.types.flatMap((type) => [...project.components(type)]);
}

function keyOf({ type, fullName }: { readonly type: string; readonly fullName: string }): string {
  return `${type} ${fullName}`;
}
