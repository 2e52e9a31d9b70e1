import type { IncomingHttpHeaders } from 'node:http';

/** The cookie that carries a browser's session. */
export const sessionCookie = 'sid';

/**
 * The token a request brings: `Authorization: Bearer …` (or the older `OAuth …`), else the cookie of a page of this
 * org. A cookie alone is not enough: the page's scripts send `X-Local-Org`, which another site cannot make a browser
 * send without asking first, so that no other site can act in the user's name.
 */
export function requestToken(headers: IncomingHttpHeaders): string | undefined {
  const match = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers.authorization ?? '');
  if (match !== null) return match[1];
  return headers['x-local-org'] === undefined ? undefined : cookieToken(headers);
}

/** The session cookie's token, for pages (which change nothing). */
export function cookieToken(headers: IncomingHttpHeaders): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === sessionCookie)?.[1];
  return value === undefined ? undefined : decodeURIComponent(value);
}

/** The header that gives a browser its session. */
export function sessionCookieHeader(token: string): string {
  return `${sessionCookie}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`;
}
