import { consoleLog } from '../../shared/index.ts';
import { createOrg } from '../worker/index.ts';
import type { OrgOptions } from '../worker/index.ts';
import { deployedStore } from './deployedState.ts';
import { createMetadataService } from './metadataService.ts';
import type { MetadataService } from './metadataService.ts';
import { createOverlay } from './overlay.ts';

/**
 * Starts an org that takes deployments: they are kept in its data folder, on top of the project's own folder.
 * @throws as createOrg
 */
export async function createDeployableOrg(
  options: OrgOptions & { readonly dataFolder: string }
): Promise<MetadataService> {
  const { dataFolder, log = consoleLog } = options;
  const store = deployedStore(dataFolder);
  const overlay = createOverlay(dataFolder, store);
  const org = await createOrg({ ...options, change: overlay.apply });
  return createMetadataService({ org, overlay, store, dataFolder, log });
}
