import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../shared/index.ts';
import { listFiles, readProject } from '../project/index.ts';
import type { LwcProject } from '../project/index.ts';
import { hashFiles, hashOf } from './hash.ts';
import { ownFolders, packageFile, packageVersions } from './locations.ts';
import { findLightningModules } from './usage.ts';

/** What to build and where to keep it. */
export interface BuildOptions {
  /** The folder of `sfdx-project.json`. */
  readonly projectFolder: string;
  /** Where results are kept, e.g. `.local/lwc`. */
  readonly cacheFolder: string;
  /** Production code of the LWC engine: several times faster, without its development warnings. */
  readonly production: boolean;
  readonly log: Log;
}

/** What the page host serves. */
export interface LwcBuild {
  /** Holds all files below, each with `.gz` and `.br` beside it. */
  readonly assetsFolder: string;
  readonly vendor: string;
  readonly boot: string;
  readonly main: string;
  readonly staticFiles: readonly string[];
  /** Whether anything had to be compiled. */
  readonly fresh: boolean;
}

/** The address below which the host serves the built files. */
export const assetsUrl = '/lightning/assets';

/**
 * Builds what the browser loads: a vendor file (engine and the base components in use) and
 * the app (shell and the project's components). Unchanged sources cost one hash and no compiler.
 * @throws UserError for the first mistake in a component, with file, line and column
 */
export async function buildLwc(options: BuildOptions): Promise<LwcBuild> {
  const project = readProject(options.projectFolder);
  const inputs = describeInputs(project, options);
  const known = readRecord(options.cacheFolder);
  if (known?.appKey === inputs.appKey && isComplete(known, options))
    return asBuild(known, options, false);
  const { rebuild } = await import('./rebuild.ts');
  const record = await rebuild({ ...options, project, ...inputs });
  writeRecord(options.cacheFolder, record);
  return asBuild(record, options, true);
}

/** Names of the files of the last build, and the key of what they were made from. */
export interface BuildRecord {
  readonly appKey: string;
  readonly vendor: string;
  readonly boot: string;
  readonly main: string;
  readonly appFiles: readonly string[];
  readonly staticFiles: readonly string[];
}

export interface BuildInputs {
  readonly compilerKey: string;
  readonly vendorKey: string;
  readonly appKey: string;
  readonly vendorModules: readonly string[];
}

export function assetsFolder(cacheFolder: string): string {
  return join(cacheFolder, 'assets');
}

function describeInputs(project: LwcProject, { production }: BuildOptions): BuildInputs {
  const shellFiles = [ownFolders.shell, ownFolders.model].flatMap(sourcesIn);
  const moduleFiles = sourcesIn(ownFolders.modules);
  const builderFiles = sourcesIn(dirname(fileURLToPath(import.meta.url)));
  const used = findLightningModules([...project.sources, ...shellFiles, ...moduleFiles]);
  const exposed = new Set(packageFile('lightning-base-components').lwc?.expose);
  const own = new Set(ownModules(moduleFiles));
  const vendorModules = used.filter((name) => exposed.has(name) && !own.has(name));
  const compilerKey = hashOf(...packageVersions(), process.version);
  const ownKey = hashFiles([...builderFiles, ...moduleFiles]);
  const vendorKey = hashOf(compilerKey, ownKey, String(production), ...vendorModules);
  const names = describeNames(project);
  const appKey = hashOf(vendorKey, hashFiles([...shellFiles, ...project.sources]), ...names);
  return { compilerKey, vendorKey, appKey, vendorModules };
}

/** Imports may fail or succeed by names alone, without any source having changed. */
function describeNames(project: LwcProject): string[] {
  const { namespace = '', objects, customPermissions, staticResources, messageChannels } = project;
  const sets = [customPermissions, staticResources, messageChannels].map((set) => [...set]);
  return [namespace, JSON.stringify([...objects]), ...sets.map((names) => names.join())];
}

function sourcesIn(folder: string): string[] {
  return listFiles(folder).filter((file) => !file.endsWith('.test.ts'));
}

/** `lightning/navigation` and the like, which we write ourselves. */
function ownModules(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [, name] = /modules[\\/]lightning[\\/](\w+)\.ts$/.exec(file) ?? [];
    return name === undefined ? [] : [`lightning/${name}`];
  });
}

function recordFile(cacheFolder: string): string {
  return join(cacheFolder, 'build.json');
}

function readRecord(cacheFolder: string): BuildRecord | undefined {
  const file = recordFile(cacheFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuildRecord) : undefined;
}

function writeRecord(cacheFolder: string, record: BuildRecord): void {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(recordFile(cacheFolder), JSON.stringify(record, undefined, 2));
}

function isComplete(record: BuildRecord, { cacheFolder }: BuildOptions): boolean {
  const names = [record.vendor, ...record.appFiles, ...record.staticFiles];
  return names.every((name) => existsSync(join(assetsFolder(cacheFolder), name)));
}

function asBuild(record: BuildRecord, { cacheFolder }: BuildOptions, fresh: boolean): LwcBuild {
  const { vendor, boot, main, staticFiles } = record;
  return { assetsFolder: assetsFolder(cacheFolder), vendor, boot, main, staticFiles, fresh };
}
