import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  administrator,
  deployInto,
  localUserId,
  prepareRead,
  readDeployed
} from '../../org/index.ts';
import { projectFolder } from '../tools/index.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const flows = 'force-app/cosell/flows';
const ending = '.flow-meta.xml';

/** Files in source format, by their path. */
type Files = Readonly<Record<string, string>>;

/** The template flows of the package. */
export function templateFlows(): string[] {
  return readdirSync(join(projectFolder, flows)).map((file) => file.replace(ending, ''));
}

/**
 * Opens the package in an org whose admin has activated copies of all its template flows.
 * @param files what the admin has deployed besides
 */
export async function aTemplateOrg(files: Files): Promise<SyncedOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'clazar-flows-'));
  const here = await aSyncedOrg({ dataFolder: folder });
  const active = Object.fromEntries(templateFlows().map(activated));
  await deploy(here, { ...active, ...files }, join(folder, 'cache'));
  await allowAutomation(here);
  const close = async (): Promise<void> => {
    await here.close();
    rmSync(folder, { recursive: true });
  };
  return { ...here, close };
}

async function deploy({ org }: SyncedOrg, files: Files, cacheFolder: string): Promise<void> {
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  const added = await readDeployed(new Map(bytes), org.project);
  const next = deployInto(org.project, { added, removed: [] });
  await org.reload(prepareRead(next, { cacheFolder }));
}

function activated(name: string): [string, string] {
  const xml = readFileSync(join(projectFolder, flows, `${name}${ending}`), 'utf8');
  const active = xml.replace('<status>Draft</status>', '<status>Active</status>');
  return [`flows/${name}${ending}`, active];
}

/** Paths that run asynchronously run as this user, who must be allowed what they do (docs/flow-guide.md). */
async function allowAutomation({ org }: SyncedOrg): Promise<void> {
  const outcome = await org.executeAnonymous(
    localUserId(administrator.username),
    `Id automatedId = [SELECT Id FROM User WHERE Alias = 'autoproc'].Id;
    Id setId = [SELECT Id FROM PermissionSet WHERE Name = 'Clazar_Automation'].Id;
    insert new PermissionSetAssignment(AssigneeId = automatedId, PermissionSetId = setId);`
  );
  if (!outcome.success) throw new Error(outcome.compileProblem ?? outcome.exceptionMessage ?? '');
}
