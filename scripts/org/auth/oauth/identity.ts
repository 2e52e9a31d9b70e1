import type { FastifyRequest } from 'fastify';
import type { UserContext } from '../../session/types.ts';
import { requestToken } from '../requestToken.ts';
import { readForm } from './form.ts';
import { instanceUrl } from './instanceUrl.ts';
import { OAuthError } from './oauthError.ts';
import type { OAuthParts } from './registerOAuth.ts';

/** Who the user of a token is, in OpenID Connect's words. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm */
export async function userInfo(request: FastifyRequest, parts: OAuthParts): Promise<unknown> {
  const user = await requireUser(request, parts);
  const base = instanceUrl(request);
  return {
    sub: identityUrl(base, parts, user),
    user_id: user.userId,
    organization_id: parts.organizationId,
    preferred_username: user.username,
    nickname: user.username.split('@')[0] ?? user.username,
    name: user.name,
    zoneinfo: user.timeZone,
    locale: user.locale,
    language: user.language,
    user_type: 'STANDARD',
    active: true,
    is_app_installed: true,
    urls: serviceUrls(base, parts.organizationId)
  };
}

/** The same in the platform's own words. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm */
export async function identity(request: FastifyRequest, parts: OAuthParts): Promise<unknown> {
  const { organization, user: userId } = request.params as { organization: string; user: string };
  const user = await requireUser(request, parts);
  const isSame = (given: string, own: string): boolean => given.slice(0, 15) === own.slice(0, 15);
  if (!isSame(organization, parts.organizationId) || !isSame(userId, user.userId)) {
    throw new OAuthError('Wrong_Org', 'Wrong organization or user', 403);
  }
  const base = instanceUrl(request);
  return {
    id: identityUrl(base, parts, user),
    asserted_user: true,
    user_id: user.userId,
    organization_id: parts.organizationId,
    username: user.username,
    nick_name: user.username.split('@')[0] ?? user.username,
    display_name: user.name,
    urls: serviceUrls(base, parts.organizationId),
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    timezone: user.timeZone,
    is_app_installed: true
  };
}

function identityUrl(
  base: string,
  { organizationId }: OAuthParts,
  { userId }: UserContext
): string {
  return `${base}/id/${organizationId}/${userId}`;
}

function serviceUrls(base: string, organizationId: string): Record<string, string> {
  const rest = `${base}/services/data/v{version}/`;
  const soap = `${base}/services/Soap`;
  const organization = organizationId.slice(0, 15);
  return {
    rest,
    sobjects: `${rest}sobjects/`,
    search: `${rest}search/`,
    query: `${rest}query/`,
    recent: `${rest}recent/`,
    tooling_rest: `${rest}tooling/`,
    tooling_soap: `${soap}/T/{version}/${organization}`,
    enterprise: `${soap}/c/{version}/${organization}`,
    partner: `${soap}/u/{version}/${organization}`,
    metadata: `${soap}/m/{version}/${organization}`,
    custom_domain: base
  };
}

async function requireUser(request: FastifyRequest, parts: OAuthParts): Promise<UserContext> {
  const token = requestToken(request.headers) ?? readForm(request.query)['oauth_token'];
  if (token === undefined) throw new OAuthError('Missing_OAuth_Token', 'Missing_OAuth_Token', 403);
  const session = parts.sessions.find(token);
  if (session === undefined) throw new OAuthError('Bad_OAuth_Token', 'Bad_OAuth_Token', 403);
  return parts.user(session.userId);
}
