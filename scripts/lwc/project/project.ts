import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { scanApexClass } from './apexMethods.ts';
import type { ApexClass } from './apexMethods.ts';
import { findBundles } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { listFiles, readSettings } from './files.ts';

/** What the browser side needs to know of an sfdx project. */
export interface LwcProject {
  readonly folder: string;
  /** Without it the org's names are the project's. */
  readonly namespace: string | undefined;
  readonly bundles: readonly Bundle[];
  /** Every file that decides what the browser gets; their contents are the cache key. */
  readonly sources: readonly string[];
  readonly apexClasses: ReadonlyMap<string, ApexClass>;
  /** Label text by name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly staticResources: ReadonlySet<string>;
  readonly messageChannels: ReadonlySet<string>;
  /** Custom and extended objects with the fields that the project defines for them. */
  readonly objects: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the LWC bundles of a project and the names they may import.
 * @param folder the folder of `sfdx-project.json`
 * @throws UserError for a broken project file or bundle
 */
export function readProject(folder: string): LwcProject {
  const { folders, namespace } = readSettings(folder);
  const files = folders.flatMap(listFiles);
  const bundles = findBundles(files);
  const apexFiles = files.filter((file) => file.endsWith('.cls'));
  const labelFiles = files.filter((file) => file.endsWith('.labels-meta.xml'));
  return {
    folder,
    namespace,
    bundles,
    sources: [...bundles.flatMap((bundle) => bundle.files), ...apexFiles, ...labelFiles],
    apexClasses: new Map(apexFiles.flatMap(readApexClass)),
    labels: new Map(labelFiles.flatMap(readLabels)),
    customPermissions: namesOf(files, '.customPermission-meta.xml'),
    staticResources: namesOf(files, '.resource-meta.xml'),
    messageChannels: namesOf(files, '.messageChannel-meta.xml'),
    objects: readObjects(files)
  };
}

function readApexClass(file: string): [string, ApexClass][] {
  const source = readFileSync(file, 'utf8');
  if (!/@AuraEnabled/i.test(source)) return [];
  const name = basename(file, '.cls');
  return [[name, scanApexClass(name, source)]];
}

interface LabelsFile {
  readonly CustomLabels?: {
    readonly labels?: readonly { readonly fullName: string; readonly value: unknown }[];
  };
}

function readLabels(file: string): [string, string][] {
  const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
  const { CustomLabels } = parser.parse(readFileSync(file, 'utf8')) as LabelsFile;
  return (CustomLabels?.labels ?? []).map(({ fullName, value }) => [fullName, String(value)]);
}

function namesOf(files: readonly string[], suffix: string): Set<string> {
  return new Set(
    files.filter((file) => file.endsWith(suffix)).map((file) => basename(file, suffix))
  );
}

function readObjects(files: readonly string[]): Map<string, readonly string[]> {
  const objects = new Map<string, string[]>();
  for (const file of files) {
    const [, object, field] =
      /[\\/]objects[\\/](\w+)[\\/](?:fields[\\/](\w+)\.field)?/.exec(file) ?? [];
    if (object === undefined) continue;
    const fields = objects.get(object) ?? [];
    objects.set(object, field === undefined ? fields : [...fields, field]);
  }
  return objects;
}
