import { secretToken } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';

/** Two hours without a request end a session, as an org's default session settings do. */
export const sessionTimeoutMilliseconds = 2 * 60 * 60 * 1000;

/** From so many on, those that nobody came back to are looked for and forgotten. */
const manySessions = 1000;

export interface Session {
  readonly userId: string;
  /** Access token or session id: `00D…!…`. */
  readonly token: string;
  /** What an OAuth client was allowed; a browser's own session may do everything. */
  readonly scopes: readonly string[];
  /** The OAuth client that the session was given to; undefined for a browser. */
  readonly clientId: string | undefined;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** The sessions of one org, in memory: a restart ends them all. */
export interface Sessions {
  /** Opens a session for a user. */
  open(userId: string, grant?: Pick<Session, 'scopes' | 'clientId'>): Session;
  /** The session of a token, if it is known and not expired; using it keeps it alive. */
  find(token: string): Session | undefined;
  close(token: string): void;
  /** Ends every session that a user gave to a client. */
  closeGranted(userId: string, clientId: string): void;
}

interface LiveSession extends Session {
  lastUsed: number;
}

/** @param organizationId 18 characters; clients take the part before `!` for the org's id */
export function createSessions(organizationId: string, clock: Clock): Sessions {
  const live = new Map<string, LiveSession>();
  const isOver = ({ lastUsed }: LiveSession): boolean =>
    clock.now() - lastUsed > sessionTimeoutMilliseconds;
  const forgetOld = (): void => {
    if (live.size < manySessions) return;
    for (const session of live.values()) if (isOver(session)) live.delete(session.token);
  };
  return {
    open: (userId, { scopes, clientId } = { scopes: ['full'], clientId: undefined }) => {
      const token = `${organizationId.slice(0, 15)}!${secretToken(96)}`;
      forgetOld();
      const now = clock.now();
      const session = { userId, token, scopes, clientId, openedAt: now, lastUsed: now };
      live.set(token, session);
      return session;
    },
    find: (token) => {
      const session = live.get(token);
      if (session === undefined) return undefined;
      if (isOver(session)) {
        live.delete(token);
        return undefined;
      }
      session.lastUsed = clock.now();
      return session;
    },
    close: (token) => void live.delete(token),
    closeGranted: (userId, clientId) => {
      for (const session of live.values()) {
        if (session.userId === userId && session.clientId === clientId) live.delete(session.token);
      }
    }
  };
}

/** May a session open pages in a browser? */
export function allowsWeb({ scopes }: Session): boolean {
  return scopes.includes('full') || scopes.includes('web');
}

/** May a session use the data APIs? https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm */
export function allowsApi({ scopes }: Session): boolean {
  return scopes.includes('full') || scopes.includes('api');
}
