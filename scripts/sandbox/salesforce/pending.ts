import { secretToken } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { Pkce } from './oauth.ts';
import { newPkce } from './oauth.ts';

/** What somebody is about to allow in Salesforce. */
export interface Intent {
  /** Clazar for the whole org, or one user for the own user of Clazar. */
  readonly purpose: 'connection' | 'user';
  /** Where the login happens. */
  readonly loginUrl: string;
  /** The session of the browser that began it. */
  readonly sessionId: string;
  /** The user of Clazar who began it. */
  readonly email: string;
  readonly redirectUri: string;
  /** Whether the connection to another org may be given up, with all mappings. */
  readonly mayReplace: boolean;
}

export interface Pending extends Intent {
  readonly state: string;
  readonly pkce: Pkce;
}

/** Logins that have begun: each ends once, in the browser that began it, within ten minutes. */
export interface PendingLogins {
  begin(intent: Intent): Pending;
  /** Undefined for a state that is unknown, used, too old, or another browser's. */
  take(state: string, sessionId: string): Pending | undefined;
}

const lifetime = 10 * 60 * 1000;

export function createPendingLogins(clock: Clock): PendingLogins {
  const waiting = new Map<string, Pending & { readonly until: number }>();
  return {
    begin: (intent) => {
      const pending = { ...intent, state: secretToken(43), pkce: newPkce() };
      waiting.set(pending.state, { ...pending, until: clock.now() + lifetime });
      return pending;
    },
    take: (state, sessionId) => {
      const found = waiting.get(state);
      if (found?.sessionId !== sessionId) return undefined;
      waiting.delete(state);
      return found.until >= clock.now() ? found : undefined;
    }
  };
}
