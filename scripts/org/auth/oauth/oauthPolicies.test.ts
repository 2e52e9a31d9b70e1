import { createSign, generateKeyPairSync } from 'node:crypto';
import { sessionTimeoutMilliseconds } from '../sessions.ts';
import type { OAuthClient } from './index.ts';
import {
  aServer,
  allow,
  authorize,
  callback,
  challenge,
  clazar,
  get,
  organizationId,
  post,
  postWith,
  redeem,
  userId
} from './testing/oauthServer.ts';
import type { OAuthServer, Response } from './testing/oauthServer.ts';

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

async function tokensOf(server: OAuthServer): Promise<Tokens> {
  const code = (await allow(server)).searchParams.get('code');
  return (await redeem(server, code)).json<Tokens>();
}

function refresh({ app }: OAuthServer, refresh_token: string): Promise<Response> {
  return post(app, '/services/oauth2/token', {
    grant_type: 'refresh_token',
    refresh_token,
    client_id: clazar.id,
    client_secret: 'clazar-consumer-secret'
  });
}

describe('authorize', () => {
  test.each([
    [
      'no challenge where PKCE is needed',
      { code_challenge: '' },
      'missing required code challenge'
    ],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'code challenge method must be S256'],
    ['an unknown client', { client_id: 'nobody' }, 'client identifier invalid']
  ])('should show why it refuses %s, and send nothing to the app', async (_case, changes, text) => {
    const response = await authorize(aServer(), changes);

    expect(response.statusCode).toBe(400);
    expect(response.headers.location).toBeUndefined();
    expect(response.body).toContain(text);
  });

  test('should tell the app about a response type that is none, with its state', async () => {
    const { headers } = await authorize(aServer(), { response_type: 'code token' });

    const target = new URL(String(headers.location));
    expect(target.origin + target.pathname).toBe(callback);
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      error: 'unsupported_response_type',
      state: 'state-1'
    });
  });

  test('should log in again where the app wants it', async () => {
    const { body } = await authorize(aServer(), { prompt: 'login' });

    expect(body).toContain('Log in to the local org');
    expect(body).not.toContain('prompt');
  });

  test('should not ask where an admin has allowed the app, unless the app wants it', async () => {
    const server = aServer({ ...clazar, adminApproved: true });

    const direct = await authorize(server);
    const asked = await authorize(server, { prompt: 'consent' });

    expect(new URL(String(direct.headers.location)).searchParams.get('code')).not.toBeNull();
    expect(asked.body).toContain('Allow Access?');
  });

  test('should not let a code without a challenge be made by a form', async () => {
    const server = aServer();
    const form = { client_id: clazar.id, redirect_uri: callback, decision: 'allow' };

    const response = await postWith({ cookie: server.cookie })(
      server.app,
      '/services/oauth2/authorize',
      form
    );

    expect(response.statusCode).toBe(400);
  });

  test('should not run scripts or be framed', async () => {
    const { headers } = await authorize(aServer());

    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('tokens', () => {
  test('should want the verifier of the challenge', async () => {
    const server = aServer();
    const code = (await allow(server)).searchParams.get('code');

    const { statusCode, ...response } = await redeem(server, code, { code_verifier: '' });

    expect(statusCode).toBe(400);
    expect(JSON.parse(response.body)).toMatchObject({ error: 'invalid_request' });
    expect(challenge).not.toBe('');
  });

  test('should take a code once, and only from who proves itself', async () => {
    const server = aServer();
    const code = (await allow(server)).searchParams.get('code');
    await redeem(server, code, { client_secret: 'wrong' });

    expect((await redeem(server, code)).statusCode).toBe(200);
    expect((await redeem(server, code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('should take a refresh token once only, where the app rotates them', async () => {
    const server = aServer({ ...clazar, rotatesRefreshTokens: true });
    const first = await tokensOf(server);

    const second = (await refresh(server, first.refresh_token)).json<Tokens>();

    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(server, first.refresh_token)).json()).toMatchObject({
      error: 'invalid_grant'
    });
    expect((await refresh(server, second.refresh_token)).statusCode).toBe(200);
  });

  test('should give no refresh token without its scope', async () => {
    const server = aServer({ ...clazar, scopes: ['api'] });

    expect(await tokensOf(server)).not.toHaveProperty('refresh_token');
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 'authentication failure'],
    [
      'a scope that the app has not',
      { password: 'right', scope: 'full' },
      'the requested scope is not allowed'
    ]
  ])('should refuse %s', async (_case, changes, error_description) => {
    const response = await post(aServer().app, '/services/oauth2/token', {
      grant_type: 'password',
      username: 'ada@example.com',
      client_id: clazar.id,
      client_secret: 'clazar-consumer-secret',
      ...changes
    });

    expect([response.statusCode, response.json()]).toMatchObject([400, { error_description }]);
  });

  test('should end a session two hours after its last use', () => {
    const { sessions, clock } = aServer();
    const { token } = sessions.open(userId);

    clock.advance(sessionTimeoutMilliseconds - 1);
    expect(sessions.find(token)).toBeDefined();
    clock.advance(sessionTimeoutMilliseconds - 1);
    expect(sessions.find(token)).toBeDefined();
    clock.advance(sessionTimeoutMilliseconds + 1);
    expect(sessions.find(token)).toBeUndefined();
  });
});

describe('JWT bearer', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const app: OAuthClient = { ...clazar, certificate };

  function bearer(server: OAuthServer, claims: object, algorithm = 'RS256'): Promise<Response> {
    const encode = (part: unknown): string =>
      Buffer.from(JSON.stringify(part)).toString('base64url');
    const now = Math.floor(server.clock.now() / 1000);
    const own = { iss: clazar.id, sub: 'ada@example.com', aud: 'https://login.salesforce.com' };
    const all = { ...own, exp: now + 180, ...claims };
    const content = `${encode({ alg: algorithm })}.${encode(all)}`;
    const signature =
      algorithm === 'none'
        ? ''
        : createSign('RSA-SHA256').update(content).sign(keys.privateKey, 'base64url');
    return post(server.app, '/services/oauth2/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${content}.${signature}`
    });
  }

  test('should want that the user has allowed the app, or an admin for all', async () => {
    const [server, approved] = [aServer(app), aServer({ ...app, adminApproved: true })];

    const before = await bearer(server, {});
    await tokensOf(server);
    const after = await bearer(server, {});

    expect(before.json()).toEqual({
      error: 'invalid_grant',
      error_description: "user hasn't approved this consumer"
    });
    expect(after.statusCode).toBe(200);
    expect(after.json()).not.toHaveProperty('refresh_token');
    expect((await bearer(approved, {})).statusCode).toBe(200);
  });

  test.each([
    ['has expired', { exp: 1 }, 'assertion has expired'],
    ['is for another server', { aud: 'https://example.com' }, 'audience is invalid'],
    ['is for no server', { aud: undefined }, 'audience is invalid'],
    ['is for nobody', { sub: 'nobody' }, "user hasn't approved this consumer"],
    ['is of another app', { iss: 'nobody' }, 'client identifier invalid']
  ])('should refuse an assertion that %s', async (_case, claims, error_description) => {
    const response = await bearer(aServer({ ...app, adminApproved: true }), claims);

    expect([response.statusCode, response.json()]).toMatchObject([400, { error_description }]);
  });

  test.each([
    ['for this org, with a slash', { aud: 'http://localhost:4000/' }],
    ['for one server of several', { aud: ['x', 'https://test.salesforce.com'] }],
    ['with an end in milliseconds, as the CLI writes it', { exp: Date.now() + 300 }]
  ])('should take an assertion %s', async (_case, claims) => {
    const response = await bearer(aServer({ ...app, adminApproved: true }), claims);

    expect(response.statusCode).toBe(200);
  });

  test('should refuse an assertion without a signature', async () => {
    const response = await bearer(aServer({ ...app, adminApproved: true }), {}, 'none');

    expect(response.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('introspection', () => {
  const credentials = { client_id: clazar.id, client_secret: 'clazar-consumer-secret' };
  const path = '/services/oauth2/introspect';

  test('should tell an app of its own tokens', async () => {
    const server = aServer();
    const { access_token, refresh_token } = await tokensOf(server);
    const now = Math.floor(server.clock.now() / 1000);

    const access = await post(server.app, path, { ...credentials, token: access_token });
    const other = await post(server.app, path, { ...credentials, token: refresh_token });

    expect(access.json()).toEqual({
      active: true,
      scope: 'api refresh_token',
      client_id: clazar.id,
      username: 'ada@example.com',
      sub: `http://localhost:4000/id/${organizationId}/${userId}`,
      token_type: 'access_token',
      iat: now,
      nbf: now,
      exp: now + sessionTimeoutMilliseconds / 1000
    });
    expect(other.json()).toMatchObject({ active: true, token_type: 'refresh_token' });
  });

  test('should tell nothing of other tokens, or to who does not prove itself', async () => {
    const server = aServer();
    const own = server.sessions.open(userId).token;

    expect((await post(server.app, path, { ...credentials, token: own })).json()).toEqual({
      active: false
    });
    expect((await post(server.app, path, { ...credentials, token: 'x' })).json()).toEqual({
      active: false
    });
    expect((await post(server.app, path, { client_id: clazar.id, token: own })).statusCode).toBe(
      401
    );
    expect((await post(server.app, path, { token: own })).json()).toMatchObject({
      error: 'invalid_client_id'
    });
  });
});

describe('identity', () => {
  test.each([
    ['without a token', undefined, 'Missing_OAuth_Token'],
    ['with a token that is none', 'Bearer x', 'Bad_OAuth_Token']
  ])('should refuse %s', async (_case, authorization, error) => {
    const { app } = aServer();
    const headers = { host: 'localhost', ...(authorization !== undefined && { authorization }) };

    const response = await app.inject({ url: `/id/${organizationId}/${userId}`, headers });

    expect([response.statusCode, response.json()]).toMatchObject([403, { error }]);
  });

  test('should not tell one user of another', async () => {
    const { app, sessions } = aServer();
    const authorization = `Bearer ${sessions.open(userId).token}`;

    const response = await app.inject({
      url: `/id/${organizationId}/005000000000002AAA`,
      headers: { host: 'localhost', authorization }
    });

    expect([response.statusCode, response.json()]).toMatchObject([403, { error: 'Wrong_Org' }]);
  });

  test('should refuse to revoke a token that is none', async () => {
    const response = await post(aServer().app, '/services/oauth2/revoke', { token: 'x' });

    expect([response.statusCode, response.json()]).toMatchObject([
      400,
      { error: 'unsupported_token_type' }
    ]);
  });

  test('should revoke a single session by its token', async () => {
    const { app, sessions } = aServer();
    const { token } = sessions.open(userId);

    const response = await get(app, `/services/oauth2/revoke?token=${encodeURIComponent(token)}`);

    expect(response.statusCode).toBe(200);
    expect(sessions.find(token)).toBeUndefined();
  });
});

describe('front door', () => {
  function door(server: OAuthServer, scopes: string[], query = ''): Promise<Response> {
    const { token } = server.sessions.open(userId, { scopes, clientId: 'x' });
    return server.app.inject({
      url: `/services/oauth2/singleaccess${query}`,
      headers: { host: 'localhost:4000', authorization: `Bearer ${token}` }
    });
  }

  async function address(server: OAuthServer, query = ''): Promise<URL> {
    const response = await door(server, ['web'], query);
    return new URL(response.json<{ frontdoor_uri: string }>().frontdoor_uri);
  }

  test('should open a browser session once', async () => {
    const server = aServer();
    const { pathname, search } = await address(server, '?redirect_uri=/lightning/o/Account/list');

    const first = await get(server.app, pathname + search);
    const second = await get(server.app, pathname + search);

    expect(first.headers.location).toBe('/lightning/o/Account/list');
    expect(first.headers['set-cookie']).toMatch(/^sid=.*HttpOnly; SameSite=Strict/);
    expect(second.headers.location).toBe('/login');
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('should close after a minute', async () => {
    const server = aServer();
    const { pathname, search } = await address(server);

    server.clock.advance(60_001);

    expect((await get(server.app, pathname + search)).headers.location).toBe('/login');
  });

  test.each(['https://evil.example/', '//evil.example/'])(
    'should not lead to %s',
    async (target) => {
      const server = aServer();
      const { pathname, search } = await address(
        server,
        `?redirect_uri=${encodeURIComponent(target)}`
      );

      expect((await get(server.app, pathname + search)).headers.location).toBe(
        '/lightning/page/home'
      );
    }
  );

  test('should not make a browser session of a token for the data only', async () => {
    const server = aServer();
    const { token } = server.sessions.open(userId, { scopes: ['api'], clientId: 'x' });

    const asked = await door(server, ['api']);
    const direct = await get(server.app, `/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}`);

    expect(asked.statusCode).toBe(403);
    expect(direct.headers.location).toBe('/login');
    expect(
      (
        await server.app.inject({
          url: '/services/oauth2/singleaccess',
          headers: { host: 'localhost' }
        })
      ).statusCode
    ).toBe(401);
  });
});
