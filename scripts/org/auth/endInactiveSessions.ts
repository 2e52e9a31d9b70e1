import type { FastifyInstance } from 'fastify';
import { cookieToken, requestToken } from './requestToken.ts';
import type { Sessions } from './sessions.ts';
import type { UserAccounts } from './userAccounts.ts';

interface SessionParts {
  readonly sessions: Sessions;
  readonly accounts: UserAccounts;
}

/** Ends the sessions of users who have been deactivated, with the first request that brings one. */
export function endInactiveSessions(
  app: FastifyInstance,
  { sessions, accounts }: SessionParts
): void {
  app.addHook('onRequest', async ({ headers }) => {
    const tokens = new Set([requestToken(headers), cookieToken(headers)]);
    for (const token of tokens) {
      const session = token === undefined ? undefined : sessions.find(token);
      if (session === undefined || (await accounts.isActive(session.userId))) continue;
      sessions.close(session.token);
    }
  });
}
