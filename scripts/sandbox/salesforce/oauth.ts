import { createHash } from 'node:crypto';
import { secretToken } from '../../shared/index.ts';
import { isJsonObject } from '../json.ts';
import type { Fetch } from './orgClient.ts';
import { bodyOf, OrgRefusal, send, textOf } from './orgClient.ts';

/** Clazar's own app in Salesforce: its External Client App. */
export interface SalesforceApp {
  /** Consumer key. */
  readonly clientId: string;
  /** Consumer secret. */
  readonly clientSecret: string;
}

/** What an org gives in exchange for a code. */
export interface Granted {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** The org's own address, whatever address the login began at. */
  readonly instanceUrl: string;
  readonly userId: string;
}

/** Proof Key for Code Exchange: what is sent first, and what proves it later (RFC 7636). */
export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

export function newPkce(): Pkce {
  const verifier = secretToken(64);
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export interface AuthorizeRequest {
  readonly app: SalesforceApp;
  readonly loginUrl: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  /** What Clazar asks for, with blanks between. */
  readonly scope: string;
}

/**
 * Where a browser goes for the OAuth 2.0 Web Server Flow.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export function authorizeUrl({ app, loginUrl, ...request }: AuthorizeRequest): string {
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: request.redirectUri,
    scope: request.scope,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256'
  });
  return `${loginUrl}/services/oauth2/authorize?${parameters.toString()}`;
}

export interface Redemption {
  readonly app: SalesforceApp;
  readonly loginUrl: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly verifier: string;
}

/** Exchanges the code for tokens. @throws OrgRefusal */
export async function redeem(http: Fetch, request: Redemption): Promise<Granted> {
  const { app, loginUrl, redirectUri, code, verifier } = request;
  const body = await token(http, loginUrl, {
    grant_type: 'authorization_code',
    code,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: redirectUri,
    code_verifier: verifier
  });
  return {
    accessToken: textOf(body['access_token']),
    refreshToken: textOf(body['refresh_token']),
    instanceUrl: textOf(body['instance_url']),
    userId: textOf(body['id']).split('/').at(-1) ?? ''
  };
}

/** A new access token. @throws OrgRefusal when access was taken back */
export async function renew(
  http: Fetch,
  request: { app: SalesforceApp; instanceUrl: string; refreshToken: string }
): Promise<string> {
  const { app, instanceUrl, refreshToken } = request;
  const body = await token(http, instanceUrl, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: app.clientId,
    client_secret: app.clientSecret
  });
  return textOf(body['access_token']);
}

/** Tells the org to forget a token and everything it was good for. @throws OrgRefusal */
export async function revoke(http: Fetch, instanceUrl: string, value: string): Promise<void> {
  await send(http, `${instanceUrl}/services/oauth2/revoke`, form({ token: value }));
}

async function token(
  http: Fetch,
  url: string,
  parameters: Readonly<Record<string, string>>
): Promise<Record<string, unknown>> {
  const answer = await send(http, `${url}/services/oauth2/token`, form(parameters));
  const parsed = await bodyOf(answer);
  const body = isJsonObject(parsed) ? parsed : {};
  if (answer.ok && textOf(body['access_token']) !== '') return body;
  const message = textOf(body['error_description']) || `it answered ${String(answer.status)}`;
  throw new OrgRefusal(answer.status, textOf(body['error']), `The org gave no access: ${message}.`);
}

function form(parameters: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString()
  };
}

/** Who the tokens act as. */
export interface Person {
  readonly username: string;
  readonly organizationId: string;
}

/** Asks the org who the tokens act as. @throws OrgRefusal */
export async function readPerson(
  http: Fetch,
  { instanceUrl, accessToken }: { instanceUrl: string; accessToken: string }
): Promise<Person> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await send(http, `${instanceUrl}/services/oauth2/userinfo`, { headers });
  const parsed = await bodyOf(answer);
  const body = isJsonObject(parsed) ? parsed : {};
  return {
    username: textOf(body['preferred_username']),
    organizationId: textOf(body['organization_id'])
  };
}
