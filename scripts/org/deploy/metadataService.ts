import type { Org } from '../worker/index.ts';
import { createDeployments } from './deployments.ts';
import type { DeployPorts } from './deployPorts.ts';
import type { Deployments } from './deployments.ts';
import { createRetrievals } from './retrievals.ts';
import type { Retrievals } from './retrievals.ts';
import type { SourceMembers } from './sourceMembers.ts';

/** The Metadata API of an org, whatever protocol it is asked by. */
export interface MetadataService {
  readonly org: Org;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;
  /** Changes that clients track; undefined where the org does not track them. */
  readonly members: SourceMembers | undefined;
}

export function createMetadataService(ports: DeployPorts, isTracked: boolean): MetadataService {
  const { org } = ports;
  return {
    org,
    deployments: createDeployments(ports),
    retrievals: createRetrievals(org),
    members: isTracked ? ports.members : undefined
  };
}
