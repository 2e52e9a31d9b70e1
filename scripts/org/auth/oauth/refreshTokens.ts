import { createHash } from 'node:crypto';
import { secretToken } from '../../../shared/index.ts';

/** What a refresh token stands for. */
export interface RefreshGrant {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** Where refresh tokens outlive a restart. Only their hashes are kept. */
export interface RefreshTokenStorage {
  load(): Readonly<Record<string, RefreshGrant>>;
  save(grants: Readonly<Record<string, RefreshGrant>>): void;
}

export interface RefreshTokens {
  issue(grant: RefreshGrant): string;
  find(token: string): RefreshGrant | undefined;
  /** Has a user allowed a client to act at any time? */
  isGranted(userId: string, clientId: string): boolean;
  revoke(token: string): void;
  /** Everything that a user allowed a client. */
  revokeGranted(userId: string, clientId: string): void;
}

export function createRefreshTokens(storage: RefreshTokenStorage): RefreshTokens {
  const grants = new Map(Object.entries(storage.load()));
  const change = (apply: () => void): void => {
    apply();
    storage.save(Object.fromEntries(grants));
  };
  return {
    issue: (grant) => {
      const token = `5Aep861${secretToken(80)}`;
      change(() => grants.set(hashOf(token), grant));
      return token;
    },
    find: (token) => grants.get(hashOf(token)),
    isGranted: (userId, clientId) =>
      [...grants.values()].some((grant) => grant.userId === userId && grant.clientId === clientId),
    revoke: (token) => change(() => grants.delete(hashOf(token))),
    revokeGranted: (userId, clientId) =>
      change(() => {
        for (const [hash, grant] of grants) {
          if (grant.userId === userId && grant.clientId === clientId) grants.delete(hash);
        }
      })
  };
}

/** Refresh tokens that end with the process, for tests. */
export function memoryRefreshTokenStorage(): RefreshTokenStorage {
  return { load: () => ({}), save: () => undefined };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
