export { cookieToken, requestToken, sessionCookie, sessionCookieHeader } from './requestToken.ts';
export { createSessions, sessionTimeoutMilliseconds } from './sessions.ts';
export type { Session, Sessions } from './sessions.ts';
