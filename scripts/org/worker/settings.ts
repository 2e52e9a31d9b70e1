import type { CalloutSettings, SecretStore } from '../callouts/index.ts';
import type { Transaction } from '../runtime/index.ts';
import { permissionSetsOf } from '../security/index.ts';
import type { Store } from '../store/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { CalloutMetadata } from './facts.ts';

interface SettingsSource {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: SecretStore;
  readonly rewrites: ReadonlyMap<string, string>;
}

/** The callout settings as the running user has them. */
export function calloutSettingsFor(
  metadata: CalloutMetadata,
  { store, clock, secrets, rewrites }: SettingsSource
): (transaction: Transaction) => CalloutSettings {
  return ({ user }) => ({
    ...metadata,
    secrets,
    rewrites,
    mayUsePrincipal: (credential, principal) => {
      const ids = permissionSetsOf(store, user.userId, clock.now());
      const names = store.get('PermissionSet', ids).map((row) => String(row['Name']).toLowerCase());
      const opening = metadata.permissionSetsFor(credential, principal);
      return opening.some((name) => names.includes(name.toLowerCase()));
    }
  });
}
