import type { Log } from '../../shared/index.ts';
import type { Org } from '../worker/index.ts';
import type { DeployedStore } from './deployedState.ts';
import type { Overlay } from './overlay.ts';
import type { SourceMembers } from './sourceMembers.ts';

/** What a deployment works on. */
export interface DeployPorts {
  readonly org: Org;
  readonly overlay: Overlay;
  readonly store: DeployedStore;
  readonly members: SourceMembers;
  readonly dataFolder: string;
  readonly log: Log;
}
