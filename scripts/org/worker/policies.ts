import type { SchemaPort } from '../../apex/index.ts';
import { readPolicy } from '../security/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { Store } from '../store/index.ts';
import type { Clock } from '../../shared/index.ts';

/** Policies of users, kept until something that they follow from may have changed. */
export interface Policies {
  of(user: UserContext): AccessPolicy;
  /** Setup objects were written in this thread. */
  forget(): void;
}

interface PoliciesSource {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly clock: Clock;
}

/** Policies over a store that other threads write to as well. */
export function policies({ schema, store, clock }: PoliciesSource): Policies {
  const known = new Map<string, AccessPolicy>();
  let version: unknown;
  return {
    of(user) {
      const [row] = store.all('PRAGMA data_version', []);
      if (row?.['data_version'] !== version) known.clear();
      version = row?.['data_version'];
      const key = `${user.userId} ${user.profileId}`;
      const policy = known.get(key) ?? readPolicy({ schema, store }, user, clock.now());
      known.set(key, policy);
      return policy;
    },
    forget: () => known.clear()
  };
}
