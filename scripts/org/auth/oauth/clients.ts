import { sameSecret } from '../../../shared/index.ts';
import type { Project } from '../../metadata/index.ts';
import { projectClients } from './appMetadata.ts';
import { OAuthError } from './oauthError.ts';

/** An app that may ask for access in a user's name. */
export interface OAuthClient {
  /** The consumer key. */
  readonly id: string;
  readonly label: string;
  readonly secret: string | undefined;
  /** Exactly these addresses get a code. */
  readonly callbackUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly secretOptional: boolean;
  readonly pkceRequired: boolean;
  /** Who the client acts as with nobody present; undefined when the client credentials flow is off. */
  readonly runAsUsername: string | undefined;
  /** PEM certificate of the JWT bearer flow. */
  readonly certificate: string | undefined;
  /** No user has to allow it: an admin has. */
  readonly adminApproved: boolean;
  /** Each use of a refresh token gives another and ends the old one. */
  readonly rotatesRefreshTokens?: boolean;
}

/** The `sf` CLI's own client, which every org knows. */
const platformCli: OAuthClient = {
  id: 'PlatformCLI',
  label: 'Salesforce CLI',
  secret: undefined,
  callbackUrls: ['http://localhost:1717/OauthRedirect'],
  scopes: ['api', 'refresh_token', 'web'],
  secretOptional: true,
  pkceRequired: false,
  runAsUsername: undefined,
  certificate: undefined,
  adminApproved: false
};

/** The clients that an org knows, by consumer key. */
export type OAuthClients = Pick<ReadonlyMap<string, OAuthClient>, 'get'>;

/**
 * The clients of an org: those of the project's connected apps and external client apps, further ones, and the CLI's.
 * @param project asked at each look-up: a deploy may bring another
 */
export function createClients(
  project: () => Project,
  further: readonly OAuthClient[] = []
): OAuthClients {
  return {
    get: (id) =>
      [...further, ...projectClients(project()), platformCli].find((client) => client.id === id)
  };
}

/** @throws OAuthError for an unknown client */
export function requireClient(clients: OAuthClients, id: string | undefined): OAuthClient {
  const client = clients.get(id ?? '');
  if (client === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  return client;
}

/** @throws OAuthError when a secret is wrong, or missing where the client must bring one */
export function requireSecret(client: OAuthClient, secret: string | undefined): void {
  if (client.secret === undefined) return;
  if (secret === undefined && client.secretOptional) return;
  if (secret !== undefined && sameSecret(secret, client.secret)) return;
  throw new OAuthError('invalid_client', 'invalid client credentials');
}

/** @throws OAuthError for an address that the client has not registered */
export function requireCallback(client: OAuthClient, url: string | undefined): string {
  if (url !== undefined && client.callbackUrls.includes(url)) return url;
  throw new OAuthError(
    'redirect_uri_mismatch',
    'redirect_uri must match configuration of the connected app'
  );
}

/** The scopes asked for, all of the client's when none are. @throws OAuthError for one that it has not */
export function requireScopes(client: OAuthClient, asked: string | undefined): readonly string[] {
  const scopes = (asked ?? '').split(/\s+/).filter((scope) => scope !== '');
  if (scopes.length === 0) return client.scopes;
  const isAllowed = (scope: string): boolean =>
    client.scopes.includes(scope) || client.scopes.includes('full');
  if (scopes.every(isAllowed)) return scopes;
  throw new OAuthError('invalid_scope', 'the requested scope is not allowed');
}
