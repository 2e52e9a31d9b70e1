import { UserError } from '../../shared/index.ts';
import { nodesOf, parseXml, readDeployed, textOf } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';
import { DeployError } from './deployError.ts';
import { ownerOf } from './fileNames.ts';
import { lists, membersOf } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { requirePlainXml } from './plainXml.ts';
import type { DeployPackage } from './readPackage.ts';
import type { Member } from './types.ts';

/** A component that cannot be taken, and why. */
export interface Problem {
  readonly member: Member;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ReadComponents {
  /** Files are named as in the zip. */
  readonly components: readonly Component[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the components that a package is to deploy.
 * @throws DeployError for files that are no metadata
 */
export async function readAdded(
  { files, manifest }: DeployPackage,
  project: Project
): Promise<ReadComponents> {
  const broken = new Map<string, UserError>();
  for (const [name, data] of files) {
    const error = isXml(name, data) ? xmlError(name, data) : undefined;
    if (error !== undefined) broken.set(name, error);
  }
  const sound = new Map([...files].filter(([name]) => !broken.has(name)));
  const found = await readSound(sound, project);
  const wanted = found.filter((component) => isWanted(component, manifest));
  return {
    components: wanted,
    problems: [...[...broken].map(brokenFile), ...missing(manifest, found, [...broken.keys()])]
  };
}

function isXml(name: string, data: Uint8Array): boolean {
  if (name.endsWith('-meta.xml')) return true;
  if (/^(staticresources|documents)\/|\.(svg|html)$/.test(name)) return false;
  return /^\uFEFF?\s*<(\?xml|!)/.test(Buffer.from(data.subarray(0, 200)).toString('utf8'));
}

function xmlError(name: string, data: Uint8Array): UserError | undefined {
  try {
    const text = Buffer.from(data).toString('utf8');
    requirePlainXml(text, name);
    parseXml(text, name);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function brokenFile([file, { message, place }]: [string, UserError]): Problem {
  const [folder = '', ...rest] = file.split('/');
  const fullName = rest.join('/').replace(/(-meta\.xml|\.[a-zA-Z]+)+$/, '');
  const { line = 1, column = 1 } = place;
  return { member: { type: typeOfFolder[folder] ?? '', fullName }, message, line, column };
}

const typeOfFolder: Readonly<Record<string, string>> = {
  classes: 'ApexClass',
  triggers: 'ApexTrigger',
  objects: 'CustomObject',
  labels: 'CustomLabels',
  permissionsets: 'PermissionSet',
  flows: 'Flow',
  layouts: 'Layout',
  lwc: 'LightningComponentBundle',
  profiles: 'Profile',
  customMetadata: 'CustomMetadata',
  flexipages: 'FlexiPage',
  tabs: 'CustomTab',
  applications: 'CustomApplication'
};

async function readSound(
  files: ReadonlyMap<string, Uint8Array>,
  project: Project
): Promise<Component[]> {
  if (files.size === 0) return [];
  try {
    const read = await readDeployed(files, project);
    return read.types.flatMap((type) => [...read.components(type)]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DeployError('UNKNOWN_EXCEPTION', message.replaceAll('/deployed/', ''));
  }
}

/** What `package.xml` names, itself or in the file of what it names. */
function isWanted(component: Component, manifest: Manifest): boolean {
  return lists(manifest, component) || lists(manifest, ownerOf(component));
}

function missing(
  manifest: Manifest,
  found: readonly Component[],
  broken: readonly string[]
): Problem[] {
  const known = new Set(found.map(keyOf));
  const isBroken = ({ fullName }: Member): boolean =>
    broken.some((file) => file.includes(fullName.split('.')[0] ?? fullName));
  return membersOf(manifest)
    .filter((member) => member.fullName !== '*' && !known.has(keyOf(member)))
    .filter((member) => !isBroken(member) && !found.some((owner) => holds(owner, member)))
    .map((member) => ({
      member,
      message: `An object '${member.fullName}' of type ${member.type} was named in package.xml, but was not found in zipped directory`
    }));
}

/** Is the member written inside the file of another, such as the versions of a bot? */
function holds({ fullName, xml }: Component, member: Member): boolean {
  if (!member.fullName.startsWith(`${fullName}.`)) return false;
  const own = member.fullName.slice(fullName.length + 1);
  return Object.keys(xml).some((name) =>
    nodesOf(xml, name).some((node) => textOf(node, 'fullName') === own)
  );
}

function keyOf({ type, fullName }: Member): string {
  return `${type} ${fullName}`;
}
