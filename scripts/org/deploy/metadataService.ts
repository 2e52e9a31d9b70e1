import type { Log } from '../../shared/index.ts';
import type { Org } from '../worker/index.ts';
import { createDeployments } from './deployments.ts';
import type { Deployments } from './deployments.ts';
import type { DeployedStore } from './deployedState.ts';
import type { Overlay } from './overlay.ts';
import { createRetrievals } from './retrievals.ts';
import type { Retrievals } from './retrievals.ts';

/** The Metadata API of an org, whatever protocol it is asked by. */
export interface MetadataService {
  readonly org: Org;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;
}

export interface MetadataServiceOptions {
  readonly org: Org;
  readonly overlay: Overlay;
  readonly store: DeployedStore;
  readonly dataFolder: string;
  readonly log: Log;
}

export function createMetadataService(options: MetadataServiceOptions): MetadataService {
  const { org } = options;
  return { org, deployments: createDeployments(options), retrievals: createRetrievals(org) };
}
