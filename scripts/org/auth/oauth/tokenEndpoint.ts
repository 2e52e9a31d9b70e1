import { createHmac, createVerify } from 'node:crypto';
import type { Clock } from '../../../shared/index.ts';
import type { Sessions } from '../sessions.ts';
import { requireClient, requireScopes, requireSecret } from './clients.ts';
import type { OAuthClient, OAuthClients } from './clients.ts';
import type { AuthorizationCodes } from './codes.ts';
import { OAuthError } from './oauthError.ts';
import type { RefreshTokens } from './refreshTokens.ts';

/** The users that may log in. */
export interface UserDirectory {
  /** The id of an active user; undefined when there is none. */
  findByUsername(username: string): Promise<string | undefined>;
  /** The user's id when the password is right. */
  checkPassword(username: string, password: string): Promise<string | undefined>;
  /** May the user still use the org? */
  isActive(userId: string): Promise<boolean>;
}

export interface TokenEndpointParts {
  readonly clients: OAuthClients;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
  readonly sessions: Sessions;
  readonly users: UserDirectory;
  readonly organizationId: string;
  readonly clock: Clock;
}

export type Form = Readonly<Record<string, string | undefined>>;

/** Who gets tokens for what. */
interface Granted {
  readonly client: OAuthClient;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly withRefreshToken: boolean;
}

interface GrantParts extends TokenEndpointParts {
  /** The address that the client has reached. */
  readonly instanceUrl: string;
}

type Grant = (parts: GrantParts, client: OAuthClient, form: Form) => Promise<Granted>;

/** https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm */
const grants: Readonly<Record<string, Grant>> = {
  authorization_code: grantByCode,
  refresh_token: grantByRefreshToken,
  client_credentials: grantByClientCredentials,
  password: grantByPassword,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': grantByJwt
};

/**
 * Answers `POST /services/oauth2/token`.
 *
 * @param instanceUrl the address that the client is to use from now on
 * @throws OAuthError
 */
export async function issueTokens(
  parts: TokenEndpointParts,
  form: Form,
  instanceUrl: string
): Promise<Record<string, string>> {
  const grant = grants[form['grant_type'] ?? ''];
  if (grant === undefined) {
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
  const client = requireClient(parts.clients, form['client_id'] ?? jwtIssuer(form));
  const granted = await grant({ ...parts, instanceUrl }, client, form);
  if (!(await parts.users.isActive(granted.userId))) {
    throw new OAuthError('inactive_user', 'user is inactive');
  }
  return tokenAnswer(parts, granted, instanceUrl);
}

function tokenAnswer(
  parts: TokenEndpointParts,
  { client, userId, scopes, withRefreshToken }: Granted,
  instanceUrl: string
): Record<string, string> {
  const session = parts.sessions.open(userId, { scopes, clientId: client.id });
  const id = `${instanceUrl}/id/${parts.organizationId}/${userId}`;
  const issuedAt = String(parts.clock.now());
  const key = client.secret ?? client.id;
  const grant = { clientId: client.id, userId, scopes };
  return {
    access_token: session.token,
    ...(withRefreshToken && { refresh_token: parts.refreshTokens.issue(grant) }),
    signature: createHmac('sha256', key)
      .update(id + issuedAt)
      .digest('base64'),
    scope: scopes.join(' '),
    instance_url: instanceUrl,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt
  };
}

function grantByCode(parts: TokenEndpointParts, client: OAuthClient, form: Form): Promise<Granted> {
  requireSecret(client, form['client_secret']);
  const { userId, scopes } = parts.codes.redeem({
    code: form['code'],
    clientId: client.id,
    redirectUri: form['redirect_uri'],
    verifier: form['code_verifier']
  });
  const withRefreshToken = scopes.includes('refresh_token') || scopes.includes('full');
  return Promise.resolve({ client, userId, scopes, withRefreshToken });
}

function grantByRefreshToken(
  parts: TokenEndpointParts,
  client: OAuthClient,
  form: Form
): Promise<Granted> {
  requireSecret(client, form['client_secret']);
  const grant = parts.refreshTokens.find(form['refresh_token'] ?? '');
  if (grant?.clientId !== client.id) {
    throw new OAuthError('invalid_grant', 'expired access/refresh token');
  }
  const isRotated = client.rotatesRefreshTokens === true;
  if (isRotated) parts.refreshTokens.revoke(form['refresh_token'] ?? '');
  return Promise.resolve({ ...grant, client, withRefreshToken: isRotated });
}

async function grantByClientCredentials(
  parts: TokenEndpointParts,
  client: OAuthClient,
  form: Form
): Promise<Granted> {
  if (client.secret === undefined || form['client_secret'] === undefined) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  requireSecret(client, form['client_secret']);
  if (client.runAsUsername === undefined) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  const userId = await requireUser(parts, client.runAsUsername);
  return { client, userId, scopes: client.scopes, withRefreshToken: false };
}

async function grantByPassword(
  parts: TokenEndpointParts,
  client: OAuthClient,
  form: Form
): Promise<Granted> {
  requireSecret(client, form['client_secret']);
  const userId = await parts.users.checkPassword(form['username'] ?? '', form['password'] ?? '');
  if (userId === undefined) throw new OAuthError('invalid_grant', 'authentication failure');
  const scopes = requireScopes(client, form['scope']);
  return { client, userId, scopes, withRefreshToken: false };
}

/** For whom an assertion may be, besides the org itself. */
const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * How far away the end of an assertion may be is not looked at: the CLI writes milliseconds where seconds belong, and
 * the platform takes it. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 */
async function grantByJwt(parts: GrantParts, client: OAuthClient, form: Form): Promise<Granted> {
  const assertion = form['assertion'] ?? '';
  requireSignature(client, assertion);
  const { sub = '', exp = 0, aud = '' } = jwtClaims(assertion);
  if (exp * 1000 < parts.clock.now()) {
    throw new OAuthError('invalid_grant', 'assertion has expired');
  }
  requireAudience([aud].flat(), parts.instanceUrl);
  const userId = await requireUser(parts, sub);
  if (!client.adminApproved && !parts.refreshTokens.isGranted(userId, client.id)) {
    throw notApproved();
  }
  return { client, userId, scopes: client.scopes, withRefreshToken: false };
}

function requireAudience(given: readonly string[], instanceUrl: string): void {
  const known = new Set([...audiences, instanceUrl]);
  if (given.some((each) => known.has(each.replace(/\/$/, '')))) return;
  throw new OAuthError('invalid_grant', 'audience is invalid');
}

function notApproved(): OAuthError {
  return new OAuthError('invalid_grant', "user hasn't approved this consumer");
}

async function requireUser({ users }: TokenEndpointParts, username: string): Promise<string> {
  const userId = await users.findByUsername(username);
  if (userId === undefined) throw notApproved();
  return userId;
}

interface JwtClaims {
  readonly iss?: string;
  readonly sub?: string;
  /** Seconds since 1970. */
  readonly exp?: number;
  readonly aud?: string | readonly string[];
}

function jwtIssuer(form: Form): string | undefined {
  return form['assertion'] === undefined ? undefined : jwtClaims(form['assertion']).iss;
}

function jwtClaims(assertion: string): JwtClaims {
  try {
    const payload = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8');
    return JSON.parse(payload) as JwtClaims;
  } catch {
    throw new OAuthError('invalid_grant', 'invalid assertion');
  }
}

function requireSignature({ certificate }: OAuthClient, assertion: string): void {
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
  if (certificate !== undefined && verifier.verify(certificate, signature, 'base64url')) return;
  throw new OAuthError('invalid_grant', 'invalid assertion');
}
