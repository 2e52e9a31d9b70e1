import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import type { ReleaseFinding } from './releaseCheck.ts';

/** One package of a lockfile. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Is it named in package.json, or does another package bring it? */
  readonly isDirect: boolean;
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  /** Of the first entry, which is the project itself. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** Lockfiles of this repository; tools that most people never need have their own. */
export const lockfiles = ['package-lock.json', 'config/check/package-lock.json'];

/** Licences that ask for nothing but to be named. The tools are used here and shipped to nobody. */
const permissive: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib'
]);

/** Others that were looked at, with what makes them right here. */
const examined: readonly { readonly name: RegExp; readonly reason: string }[] = [
  {
    name: /^(?:lightning-base-components|@salesforce-ux\/design-system-2|@lwc\/.+)$/,
    reason: "Salesforce's own terms: builds and tests here, is never shipped or committed."
  },
  {
    name: /^exit$/,
    reason: 'MIT by its LICENSE-MIT; its package.json has the old "licenses" list.'
  }
];

/** Is a licence expression fine: any side of an OR, every side of an AND? */
export function isPermissive(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare
    .split(' OR ')
    .some((side) => side.split(' AND ').every((name) => permissive.has(name.trim())));
}

/** Every package of a lockfile, by name and version. */
export function dependencies(lockfile: string): Dependency[] {
  const lock = readLock(lockfile);
  const root = lock.packages[''];
  const direct = new Set(Object.keys({ ...root?.dependencies, ...root?.devDependencies }));
  const found = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.link !== true)
    .map(([path, { version = '', license = 'unknown' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const isDirect = path === `node_modules/${name}` && direct.has(name);
      return { name, version, licence: license, isDirect };
    });
  const byKey = new Map(found.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byKey.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readLock(lockfile: string): Lockfile {
  return JSON.parse(readFileSync(join(projectFolder, lockfile), 'utf8')) as Lockfile;
}

/** Packages whose licence nobody has judged, and packages that could change without being noticed. */
export function dependencyFindings(lockfile: string): ReleaseFinding[] {
  const unjudged = dependencies(lockfile)
    .filter(({ name, licence }) => !isPermissive(licence) && !isExamined(name))
    .map(({ name, version, licence }) => `${name} ${version} has the licence "${licence}".`);
  const loose = Object.entries(readLock(lockfile).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && isLoose(entry))
    .map(([path]) => `${path} is not locked by a checksum.`);
  return [...unjudged, ...loose].map((message) => ({ file: lockfile, line: 1, message }));
}

/** What comes inside another package is locked by that one's checksum. */
function isLoose({ integrity, link, inBundle }: LockEntry): boolean {
  return link !== true && inBundle !== true && integrity === undefined;
}

function isExamined(dependency: string): boolean {
  return examined.some(({ name }) => name.test(dependency));
}

/** A table of licences, and of the packages that the project names itself. */
export function licenceReport(lockfile: string): string {
  const all = dependencies(lockfile);
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `${String(n).padStart(6)}  ${name}`);
  const named = all
    .filter(({ isDirect }) => isDirect)
    .map(({ name, version, licence }) => `  ${name} ${version}  ${licence}`);
  return [
    `${lockfile}: ${String(all.length)} packages`,
    ...rows,
    'Named in package.json:',
    ...named
  ].join('\n');
}
