import { sessionTimeoutMilliseconds } from '../sessions.ts';
import { requireClient, requireSecret } from './clients.ts';
import type { OAuthClient } from './clients.ts';
import { OAuthError } from './oauthError.ts';
import type { OAuthParts } from './registerOAuth.ts';
import type { Form } from './tokenEndpoint.ts';

/**
 * Tells a client whether a token is good. Only a client that proves itself is told, and of its own tokens only.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oidc_token_introspection.htm
 * @throws OAuthError
 */
export async function introspect(parts: OAuthParts, form: Form, base: string): Promise<unknown> {
  const client = requireProof(parts, form);
  const token = form['token'] ?? '';
  const session = parts.sessions.find(token);
  const grant = session ?? parts.refreshTokens.find(token);
  if (grant?.clientId !== client.id) return { active: false };
  const { scopes, userId } = grant;
  const { username } = await parts.user(userId);
  return {
    active: true,
    scope: scopes.join(' '),
    client_id: client.id,
    username,
    sub: `${base}/id/${parts.organizationId}/${userId}`,
    token_type: session === undefined ? 'refresh_token' : 'access_token',
    ...(session !== undefined && lifetime(session.openedAt, parts.clock.now()))
  };
}

function requireProof({ clients }: OAuthParts, form: Form): OAuthClient {
  const client = requireClient(clients, form['client_id']);
  const secret = form['client_secret'];
  if (client.secret !== undefined && secret === undefined) {
    throw new OAuthError('invalid_client', 'invalid client credentials', 401);
  }
  requireSecret(client, secret);
  return client;
}

/** In seconds since 1970; asking has just kept the session alive. */
function lifetime(openedAt: number, now: number): Record<string, number> {
  const seconds = (time: number): number => Math.floor(time / 1000);
  return {
    iat: seconds(openedAt),
    nbf: seconds(openedAt),
    exp: seconds(now + sessionTimeoutMilliseconds)
  };
}
