import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UserContext } from '../../session/types.ts';
import { requestToken } from '../requestToken.ts';
import { registerAuthorization } from './authorization.ts';
import { readForm } from './form.ts';
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
    answer(reply, () => introspect(request, parts))
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

/** `http://localhost:4000`, as the client reached us. */
export function instanceUrl({ protocol, headers }: FastifyRequest): string {
  return `${protocol}://${headers.host ?? 'localhost'}`;
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

function introspect(request: FastifyRequest, { sessions, refreshTokens }: OAuthParts): unknown {
  const token = readForm(request.body)['token'] ?? '';
  const grant = sessions.find(token) ?? refreshTokens.find(token);
  if (grant === undefined) return { active: false };
  const { scopes, clientId, userId } = grant;
  return { active: true, scope: scopes.join(' '), client_id: clientId, sub: userId };
}

async function userInfo(request: FastifyRequest, parts: OAuthParts): Promise<unknown> {
  const user = await requireUser(request, parts);
  return {
    sub: `${instanceUrl(request)}/id/${parts.organizationId}/${user.userId}`,
    user_id: user.userId,
    organization_id: parts.organizationId,
    preferred_username: user.username,
    name: user.name,
    zoneinfo: user.timeZone,
    locale: user.locale
  };
}

async function identity(request: FastifyRequest, parts: OAuthParts): Promise<unknown> {
  const { organization, user: userId } = request.params as { organization: string; user: string };
  const user = await requireUser(request, parts);
  const isOwn = user.userId === userId && organization === parts.organizationId;
  if (!isOwn) throw new OAuthError('Wrong_Org', 'Wrong organization or user', 403);
  const base = instanceUrl(request);
  return {
    id: `${base}/id/${organization}/${userId}`,
    user_id: userId,
    organization_id: organization,
    username: user.username,
    display_name: user.name,
    urls: {
      rest: `${base}/services/data/v{version}/`,
      sobjects: `${base}/services/data/v{version}/sobjects/`,
      query: `${base}/services/data/v{version}/query/`,
      metadata: `${base}/services/Soap/m/{version}/${organization.slice(0, 15)}`
    },
    timezone: user.timeZone,
    locale: user.locale
  };
}

async function requireUser(request: FastifyRequest, parts: OAuthParts): Promise<UserContext> {
  const token = requestToken(request.headers) ?? readForm(request.query)['oauth_token'] ?? '';
  const session = parts.sessions.find(token);
  if (session === undefined) throw new OAuthError('invalid_token', 'Bad_OAuth_Token', 403);
  return parts.user(session.userId);
}
