import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Component, Project } from '../metadata/index.ts';
import { contentFiles } from './contentFiles.ts';
import type { Member } from './types.ts';

/** A component that was deployed; its files are named from the data folder. */
export interface DeployedComponent extends Component {
  /** Fingerprint of the folder's own edition at that time; null when it had none. */
  readonly base: string | null;
}

export interface DeployedState {
  readonly components: readonly DeployedComponent[];
  /** What of the folder was deleted. */
  readonly removed: readonly (Member & { readonly base: string | null })[];
}

const nothing: DeployedState = { components: [], removed: [] };
const folderName = 'deployed';
const stateFile = 'deployed.json';

/** What was deployed to an org, on disk. */
export interface DeployedStore {
  read(): DeployedState;
  /** Takes the place of what was, all at once. */
  write(state: DeployedState): void;
  /** Puts a deployment's files on disk. @returns their folder, from the data folder */
  stage(id: string, files: ReadonlyMap<string, Uint8Array>): string;
  /** Throws staged files away. */
  unstage(id: string): void;
}

/** @param dataFolder where the org keeps its data */
export function deployedStore(dataFolder: string): DeployedStore {
  const folder = join(dataFolder, folderName);
  const file = join(folder, stateFile);
  return {
    read: () => readState(file),
    write: (state) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
      removeUnused(folder, state);
    },
    stage: (id, files) => {
      for (const [name, data] of files) {
        const path = join(folder, id, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, data);
      }
      return join(folderName, id);
    },
    unstage: (id) => rmSync(join(folder, id), { recursive: true, force: true })
  };
}

function readState(file: string): DeployedState {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DeployedState;
  } catch {
    return nothing; // Nothing was deployed yet.
  }
}

/** Folders of deployments of which no component is left. */
function removeUnused(folder: string, { components }: DeployedState): void {
  const used = new Set(components.map(({ file }) => file.split(/[\\/]/)[1]));
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !used.has(entry.name)) {
      rmSync(join(folder, entry.name), { recursive: true, force: true });
    }
  }
}

/** Changes when anything of a component changes; null when the project has none of that name. */
export function fingerprintOf(project: Project, { type, fullName }: Member): string | null {
  const component = project.component(type, fullName);
  if (component === undefined) return null;
  const hash = createHash('sha1').update(JSON.stringify(component.xml));
  for (const [name, data] of contentFiles(project.folder, component))
    hash.update(name).update(data);
  return hash.digest('hex');
}
