import { consoleLog } from '../../shared/index.ts';
import { createOrg } from '../worker/index.ts';
import type { OrgOptions } from '../worker/index.ts';
import { deployedStore } from './deployedState.ts';
import { createMetadataService } from './metadataService.ts';
import type { MetadataService } from './metadataService.ts';
import { createOverlay } from './overlay.ts';
import { createSourceMembers } from './sourceMembers.ts';

export type DeployableOrgOptions = OrgOptions & {
  readonly dataFolder: string;
  /** Does the org tell clients what was changed in it, as a scratch org does? */
  readonly isTracked?: boolean;
};

/**
 * Starts an org that takes deployments: they are kept in its data folder, on top of the project's own folder.
 * @throws as createOrg
 */
export async function createDeployableOrg(options: DeployableOrgOptions): Promise<MetadataService> {
  const { dataFolder, log = consoleLog, isTracked = false } = options;
  const store = deployedStore(dataFolder);
  const overlay = createOverlay(dataFolder, store);
  const org = await createOrg({ ...options, change: overlay.apply });
  const members = createSourceMembers(dataFolder);
  return createMetadataService({ org, overlay, store, members, dataFolder, log }, isTracked);
}
