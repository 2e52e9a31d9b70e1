import { readFileSync } from 'node:fs';
import { moduleIn, readBaseComponents } from '../build/moduleFiles.ts';
import type { LwcProject } from '../project/index.ts';
import { ownFolders } from '../build/locations.ts';

/** Finds what a component lets its parent set; undefined when that cannot be told. */
export type PropertyFinder = (specifier: string) => ReadonlySet<string> | undefined;

const apiPattern =
  /@api\s+(?:static\s+)?(?:(?:override|readonly|async|get|set)\s+)*(\w+)\s*[!?]?\s*([(:;=\n])/g;
const extendsPattern = /\bclass\s+\w*\s*extends\s+([^{]+)\{/;

/**
 * Reads the `@api` members of components and of the classes that they extend, from their source.
 * @returns a finder for specifiers like `lightning/input` and `c/offerOverview`
 */
export function createPropertyFinder(project: LwcProject): PropertyFinder {
  const base = readBaseComponents();
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const fileOf = (specifier: string): string | undefined => {
    const [namespace, name = ''] = specifier.split('/');
    if (namespace === 'c') return project.bundles.find((bundle) => bundle.name === name)?.entry;
    return moduleIn(ownFolders.modules, specifier) ?? base.find(specifier);
  };
  const find: PropertyFinder = (specifier) => {
    if (known.has(specifier)) return known.get(specifier);
    known.set(specifier, undefined);
    const file = fileOf(specifier);
    const found = file === undefined ? undefined : readProperties(readFileSync(file, 'utf8'), find);
    known.set(specifier, found);
    return found;
  };
  return find;
}

function readProperties(source: string, find: PropertyFinder): ReadonlySet<string> | undefined {
  const own = [...source.matchAll(apiPattern)].map(([, name = '']) => name);
  const parents = parentModules(source);
  if (parents === undefined) return undefined;
  const inherited = parents.map(find);
  if (inherited.includes(undefined)) return undefined;
  return new Set([...own, ...inherited.flatMap((names) => [...(names ?? [])])]);
}

/** Bases that add no property a template could set. */
const neutralBases = new Set(['LightningElement', 'NavigationMixin']);

/** The modules that a class extends, mixins included; undefined when one cannot be found. */
function parentModules(source: string): string[] | undefined {
  const [, expression] = extendsPattern.exec(source) ?? [];
  if (expression === undefined) return undefined;
  const names = (expression.match(/\w+/g) ?? []).filter((name) => !neutralBases.has(name));
  const modules = names.map((name) => importedFrom(source, name));
  return modules.includes(undefined) ? undefined : modules.filter((name) => name !== undefined);
}

function importedFrom(source: string, name: string): string | undefined {
  const pattern = new RegExp(String.raw`import\s+${name}\s+from\s+['"](?:lbc:)?([^'"]+)['"]`);
  return pattern.exec(source)?.[1];
}
