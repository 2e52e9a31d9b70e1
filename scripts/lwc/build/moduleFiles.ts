import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownFolders, packageFile, packageFolder } from './locations.ts';

/** The first of some files that exists. */
export function firstFile(candidates: readonly string[]): string | undefined {
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** The main file of the module `name` in a folder of its own: `<root>/<name>/<last part>.ts`. */
export function moduleIn(root: string, name: string): string | undefined {
  const base = join(root, name, basename(name));
  return firstFile(['.ts', '.js', '.html', '.css'].map((extension) => base + extension));
}

/** The file of one of our own platform modules, such as `lightning/navigation`. */
export function ownModule(name: string): string | undefined {
  return firstFile([join(ownFolders.modules, `${name}.ts`)]) ?? moduleIn(ownFolders.modules, name);
}

/** The installed Lightning base components. */
export interface BaseComponents {
  /** Whether a file is one of theirs. */
  holds(file: string): boolean;
  /** Whether components may import the module, and not only the base components themselves. */
  exposes(name: string): boolean;
  /** The file of a module, exposed or not. */
  find(name: string): string | undefined;
}

export function readBaseComponents(): BaseComponents {
  const folder = packageFolder('lightning-base-components');
  const { modules = [], expose = [] } = packageFile('lightning-base-components').lwc ?? {};
  const exposed = new Set(expose);
  const aliases = new Map(
    modules.flatMap(({ name, path }) =>
      name === undefined || path === undefined ? [] : [[name, join(folder, path)] as const]
    )
  );
  return {
    holds: (file) => file.startsWith(folder),
    exposes: (name) => exposed.has(name) || name.startsWith('lightning/slds'),
    find: (name) => aliases.get(name) ?? moduleIn(join(folder, 'src'), name)
  };
}
