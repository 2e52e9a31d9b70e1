import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UserContext } from '../../session/types.ts';
import { registerAuthorization } from './authorization.ts';
import { readForm } from './form.ts';
import { identity, userInfo } from './identity.ts';
import { introspect } from './introspection.ts';
import { instanceUrl } from './instanceUrl.ts';
import { OAuthError } from './oauthError.ts';
import { issueTokens } from './tokenEndpoint.ts';
import type { TokenEndpointParts } from './tokenEndpoint.ts';

export interface OAuthParts extends TokenEndpointParts {
  user(userId: string): Promise<UserContext>;
}

/** Adds OAuth 2.0 to a server: authorize, token, revoke, introspect, userinfo, identity. */
export function registerOAuth(app: FastifyInstance, parts: OAuthParts): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body))))
  );
  registerAuthorization(app, parts);
  app.post('/services/oauth2/token', (request, reply) =>
    answer(reply, () => issueTokens(parts, withBasicCredentials(request), instanceUrl(request)))
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/revoke',
    handler: (request, reply) => answer(reply, () => revoke(request, parts))
  });
  app.post('/services/oauth2/introspect', (request, reply) =>
    answer(reply, () => introspect(parts, withBasicCredentials(request), instanceUrl(request)))
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/userinfo',
    handler: (request, reply) => answer(reply, () => userInfo(request, parts))
  });
  app.get('/id/:organization/:user', (request, reply) =>
    answer(reply, () => identity(request, parts))
  );
}

async function answer(reply: FastifyReply, handle: () => unknown): Promise<unknown> {
  try {
    return await reply.header('cache-control', 'no-store').send(await handle());
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return reply.code(error.status).send(error.body);
  }
}

/** A client may send its id and secret as basic credentials instead of in the body. */
function withBasicCredentials(
  request: FastifyRequest
): Readonly<Record<string, string | undefined>> {
  const form = readForm(request.body);
  const match = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '');
  if (match === null) return form;
  const [id = '', secret = ''] = Buffer.from(match[1] ?? '', 'base64')
    .toString('utf8')
    .split(':');
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret), ...form };
}

function revoke(request: FastifyRequest, { sessions, refreshTokens }: OAuthParts): string {
  const token = { ...readForm(request.query), ...readForm(request.body) }['token'] ?? '';
  const grant = refreshTokens.find(token);
  if (grant === undefined && sessions.find(token) === undefined) {
    throw new OAuthError('unsupported_token_type', 'this token is not supported');
  }
  if (grant !== undefined) sessions.closeGranted(grant.userId, grant.clientId);
  refreshTokens.revoke(token);
  sessions.close(token);
  return '';
}
