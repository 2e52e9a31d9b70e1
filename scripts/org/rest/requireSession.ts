import type { IncomingHttpHeaders } from 'node:http';
import { allowsApi, requestToken } from '../auth/index.ts';
import type { Session, Sessions } from '../auth/index.ts';
import { invalidSession, sessionWithoutApi } from './restError.ts';

/** The session of a request to a data API. @throws RestError */
export function requireSession(sessions: Sessions, headers: IncomingHttpHeaders): Session {
  const token = requestToken(headers);
  const session = token === undefined ? undefined : sessions.find(token);
  if (session === undefined) throw invalidSession();
  if (!allowsApi(session)) throw sessionWithoutApi();
  return session;
}
