import { join } from 'node:path';
import { administrator, createDeployableOrg, localUserId } from '../../org/index.ts';
import type { Org } from '../../org/index.ts';
import type { Log } from '../../shared/index.ts';

export interface OrgPlace {
  /** Folder of an sfdx project. */
  readonly source: string;
}

/** Where the records of a project's local org are kept. */
export function orgDataFolder(source: string): string {
  return join(source, '.local', 'org');
}

/** The file that holds them. */
export function orgDataFile(source: string): string {
  return join(orgDataFolder(source), 'org.sqlite');
}

/** Opens a project's local org for one piece of work as its administrator, and closes it again. */
export async function withOrg<T>(
  { source }: OrgPlace,
  log: Log,
  work: (org: Org, userId: string) => Promise<T>
): Promise<T> {
  const dataFolder = orgDataFolder(source);
  const { org } = await createDeployableOrg({ projectFolder: source, dataFolder, log });
  try {
    return await work(org, localUserId(administrator.username));
  } finally {
    await org.close();
  }
}
