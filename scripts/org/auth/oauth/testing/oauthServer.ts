import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { manualClock } from '../../../../shared/index.ts';
import type { ManualClock } from '../../../../shared/index.ts';
import { createServer } from '../../../rest/index.ts';
import { registerFrontdoor } from '../../frontdoor.ts';
import { createSessions } from '../../sessions.ts';
import type { Sessions } from '../../sessions.ts';
import {
  createAuthorizationCodes,
  createRefreshTokens,
  memoryRefreshTokenStorage,
  registerOAuth
} from '../index.ts';
import type { OAuthClient } from '../index.ts';

export const organizationId = '00D000000000001EAA';
export const userId = '005000000000001AAA';
export const callback = 'http://localhost:4100/callback';
export const verifier = 'a-verifier-of-more-than-forty-three-characters-0123456789';
export const challenge = createHash('sha256').update(verifier).digest('base64url');

/** An app that a user must allow, with PKCE and a Run As user. */
export const clazar: OAuthClient = {
  id: 'clazar-consumer-key',
  label: 'Clazar <App>',
  secret: 'clazar-consumer-secret',
  callbackUrls: [callback],
  scopes: ['api', 'refresh_token'],
  secretOptional: false,
  pkceRequired: true,
  runAsUsername: 'integration@example.com',
  certificate: undefined,
  adminApproved: false
};

/** OAuth and the front door, without a port. */
export interface OAuthServer {
  readonly app: FastifyInstance;
  readonly clock: ManualClock;
  readonly sessions: Sessions;
  readonly cookie: string;
  /** Ids of users who may not use the org any more. */
  readonly inactive: Set<string>;
}

/** @param client the only one that the server knows */
export function aServer(client: OAuthClient = clazar): OAuthServer {
  const clock = manualClock('2026-11-24T10:00:00Z');
  const sessions = createSessions(organizationId, clock);
  const inactive = new Set<string>();
  const app = createServer();
  registerOAuth(app, {
    clients: new Map([[client.id, client]]),
    codes: createAuthorizationCodes(clock),
    refreshTokens: createRefreshTokens(memoryRefreshTokenStorage()),
    sessions,
    organizationId,
    clock,
    users: {
      findByUsername: (name) => Promise.resolve(name.includes('@example.com') ? userId : undefined),
      checkPassword: (_name, password) =>
        Promise.resolve(password === 'right' ? userId : undefined),
      isActive: (id) => Promise.resolve(!inactive.has(id))
    },
    user: (id) =>
      Promise.resolve({
        userId: id,
        profileId: '00e000000000001AAA',
        roleId: undefined,
        username: 'ada@example.com',
        name: 'Ada Admin',
        timeZone: 'UTC',
        locale: 'en_US',
        language: 'en_US',
        currency: 'USD'
      })
  });
  registerFrontdoor(app, { sessions, clock });
  const cookie = `sid=${encodeURIComponent(sessions.open(userId).token)}`;
  return { app, clock, sessions, cookie, inactive };
}

export const request = {
  response_type: 'code',
  client_id: clazar.id,
  redirect_uri: callback,
  state: 'state-1',
  code_challenge: challenge
};

export type Response = Awaited<ReturnType<FastifyInstance['inject']>>;

export function get(app: FastifyInstance, path: string, cookie = ''): Promise<Response> {
  return app.inject({ url: path, headers: { host: 'localhost:4000', cookie } });
}

type Post = (app: FastifyInstance, path: string, form: Record<string, string>) => Promise<Response>;

/** Sends forms with further headers. */
export function postWith(headers: Record<string, string>): Post {
  return (app, path, form) =>
    app.inject({
      method: 'POST',
      url: path,
      headers: {
        host: 'localhost:4000',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers
      },
      payload: new URLSearchParams(form).toString()
    });
}

export const post = postWith({});

export function authorize(
  server: OAuthServer,
  changes: Record<string, string> = {}
): Promise<Response> {
  const query = new URLSearchParams({ ...request, ...changes });
  return get(server.app, `/services/oauth2/authorize?${query.toString()}`, server.cookie);
}

export function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

export async function allow(server: OAuthServer, decision = 'allow'): Promise<URL> {
  const form = { ...hiddenFields((await authorize(server)).body), decision };
  const path = '/services/oauth2/authorize';
  const response = await postWith({ cookie: server.cookie })(server.app, path, form);
  return new URL(String(response.headers.location));
}

export function redeem(
  { app }: OAuthServer,
  code: string | null,
  changes: Record<string, string> = {}
): Promise<Response> {
  return post(app, '/services/oauth2/token', {
    grant_type: 'authorization_code',
    code: code ?? '',
    client_id: clazar.id,
    client_secret: 'clazar-consumer-secret',
    redirect_uri: callback,
    code_verifier: verifier,
    ...changes
  });
}
