import { secretToken } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';

/** Two hours without a request end a session, as an org's default session settings do. */
export const sessionTimeoutMilliseconds = 2 * 60 * 60 * 1000;

export interface Session {
  readonly userId: string;
  /** Access token or session id: `00D…!…`. */
  readonly token: string;
}

/** The sessions of one org, in memory: a restart ends them all. */
export interface Sessions {
  /** Opens a session for a user. */
  open(userId: string): Session;
  /** The session of a token, if it is known and not expired; using it keeps it alive. */
  find(token: string): Session | undefined;
  close(token: string): void;
}

interface LiveSession extends Session {
  lastUsed: number;
}

/** @param organizationId 18 characters; clients take the part before `!` for the org's id */
export function createSessions(organizationId: string, clock: Clock): Sessions {
  const live = new Map<string, LiveSession>();
  return {
    open: (userId) => {
      const token = `${organizationId.slice(0, 15)}!${secretToken(96)}`;
      const session = { userId, token, lastUsed: clock.now() };
      live.set(token, session);
      return session;
    },
    find: (token) => {
      const session = live.get(token);
      if (session === undefined) return undefined;
      if (clock.now() - session.lastUsed > sessionTimeoutMilliseconds) {
        live.delete(token);
        return undefined;
      }
      session.lastUsed = clock.now();
      return session;
    },
    close: (token) => void live.delete(token)
  };
}
