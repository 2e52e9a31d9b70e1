import type { Org } from '../worker/index.ts';
import { DeployError } from './deployError.ts';

type WithPolicy = Pick<Org, 'policy'>;

/**
 * The Metadata API is for those who may change metadata.
 * @throws DeployError
 */
export async function requireMetadataRights(org: WithPolicy, userId: string): Promise<void> {
  const policy = await org.policy(userId);
  const names = ['ModifyMetadata', 'ModifyAllData'];
  if (names.some((name) => policy.hasUserPermission(name))) return;
  throw new DeployError(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
  );
}

/**
 * Anonymous Apex and test runs are for those who may write Apex.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
 *
 * @throws DeployError
 */
export async function requireApexRights(org: WithPolicy, userId: string): Promise<void> {
  const policy = await org.policy(userId);
  if (policy.hasUserPermission('AuthorApex')) return;
  throw new DeployError(
    'INSUFFICIENT_ACCESS',
    'use of anonymous Apex and of test runs requires a user with the Author Apex permission'
  );
}
