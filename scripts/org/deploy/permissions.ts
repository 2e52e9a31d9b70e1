import type { Org } from '../worker/index.ts';
import { DeployError } from './deployError.ts';

/**
 * The Metadata API is for those who may change metadata.
 * @throws DeployError
 */
export async function requireMetadataRights(
  org: Pick<Org, 'policy'>,
  userId: string
): Promise<void> {
  const policy = await org.policy(userId);
  const names = ['ModifyMetadata', 'ModifyAllData'];
  if (names.some((name) => policy.hasUserPermission(name))) return;
  throw new DeployError(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
  );
}
