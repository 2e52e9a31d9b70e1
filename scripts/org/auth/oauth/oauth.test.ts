import { createSign, generateKeyPairSync } from 'node:crypto';
import {
  aServer,
  allow,
  authorize,
  callback,
  clazar,
  get,
  hiddenFields,
  organizationId,
  post,
  postWith,
  redeem,
  request,
  userId,
  verifier
} from './testing/oauthServer.ts';
import type { OAuthServer, Response } from './testing/oauthServer.ts';

describe('OAuth 2.0 Web Server Flow', () => {
  test('should list what the app asks for, with its name encoded', async () => {
    const { statusCode, body } = await authorize(aServer());

    expect(statusCode).toBe(200);
    expect(body).toContain('Clazar &#60;App&#62;');
    expect(body).toContain('Manage user data via APIs');
    expect(body).toContain('Perform requests at any time');
  });

  test('should send the app a code and its state back when the user allows', async () => {
    const target = await allow(aServer());

    expect(target.origin + target.pathname).toBe(callback);
    expect(target.searchParams.get('state')).toBe('state-1');
    expect(target.searchParams.get('code')).toMatch(/^[\w.]{64}$/);
  });

  test('should tell the app when the user denies', async () => {
    const target = await allow(aServer(), 'deny');

    expect(Object.fromEntries(target.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
      state: 'state-1'
    });
  });

  test('should ask to log in first, and come back to the request', async () => {
    const server = aServer();
    const query = new URLSearchParams(request).toString();
    const page = await get(server.app, `/services/oauth2/authorize?${query}`);

    const { retURL = '' } = hiddenFields(page.body.replaceAll('&#38;', '&'));
    const form = { username: 'ada@example.com', password: 'right', retURL };
    const response = await post(server.app, '/login', form);

    expect(response.statusCode).toBe(303);
    expect(response.headers.location).toBe(`/services/oauth2/authorize?${query}`);
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/);
  });

  test('should refuse a wrong password', async () => {
    const { app } = aServer();

    const response = await post(app, '/login', { username: 'ada@example.com', password: 'wrong' });

    expect(response.statusCode).toBe(401);
    expect(response.body).toContain('Check your username and password.');
  });

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example'])(
    'should not lead to %s after a login',
    async (retURL) => {
      const form = { username: 'ada@example.com', password: 'right', retURL };

      const response = await post(aServer().app, '/login', form);

      expect(response.headers.location).toBe('/lightning/page/home');
    }
  );

  test('should not send anything to an address that is not registered', async () => {
    const response = await authorize(aServer(), { redirect_uri: 'https://evil.example/' });

    expect(response.statusCode).toBe(400);
    expect(response.headers.location).toBeUndefined();
    expect(response.body).toContain('redirect_uri_mismatch');
  });

  test('should refuse a scope that the app has not', async () => {
    expect((await authorize(aServer(), { scope: 'api full' })).body).toContain('invalid_scope');
  });

  test('should refuse Allow from a page that is not of this session', async () => {
    const server = aServer();
    const form = { ...hiddenFields((await authorize(server)).body), decision: 'allow', token: 'x' };

    const response = await postWith({ cookie: server.cookie })(
      server.app,
      '/services/oauth2/authorize',
      form
    );

    expect(response.statusCode).toBe(403);
  });
});

describe('OAuth 2.0 tokens', () => {
  async function aCode(server: OAuthServer): Promise<string | null> {
    return (await allow(server)).searchParams.get('code');
  }

  test('should give tokens, the instance and the identity for a code', async () => {
    const server = aServer();

    const response = await redeem(server, await aCode(server));

    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toMatchObject({
      access_token: expect.stringMatching(/^00D000000000001![\w.]+$/),
      refresh_token: expect.any(String),
      scope: 'api refresh_token',
      instance_url: 'http://localhost:4000',
      id: `http://localhost:4000/id/${organizationId}/${userId}`,
      token_type: 'Bearer'
    });
  });

  test('should refuse a code that was used', async () => {
    const server = aServer();
    const code = await aCode(server);
    await redeem(server, code);

    expect((await redeem(server, code)).json()).toEqual({
      error: 'invalid_grant',
      error_description: 'invalid authorization code'
    });
  });

  test('should refuse a code after 15 minutes', async () => {
    const server = aServer();
    const code = await aCode(server);

    server.clock.advance(15 * 60 * 1000 + 1);

    expect((await redeem(server, code)).json()).toMatchObject({
      error_description: 'expired authorization code'
    });
  });

  test.each([
    ['another verifier', { code_verifier: `${verifier}x` }, 'invalid_request'],
    ['another address', { redirect_uri: 'http://localhost:4100/other' }, 'redirect_uri_mismatch'],
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['another client', { client_id: 'nobody' }, 'invalid_client_id'],
    ['an unknown grant', { grant_type: 'magic' }, 'unsupported_grant_type']
  ])('should refuse a code with %s', async (_case, changes, error) => {
    const server = aServer();

    const response = await redeem(server, await aCode(server), changes);

    expect([response.statusCode, response.json<{ error: string }>().error]).toEqual([400, error]);
  });

  test('should refresh an access token, and refuse once it is revoked', async () => {
    const server = aServer();
    const { refresh_token } = (await redeem(server, await aCode(server))).json<{
      refresh_token: string;
    }>();
    const form = {
      grant_type: 'refresh_token',
      refresh_token,
      client_id: clazar.id,
      client_secret: 'clazar-consumer-secret'
    };

    const before = await post(server.app, '/services/oauth2/token', form);
    await post(server.app, '/services/oauth2/revoke', { token: refresh_token });
    const after = await post(server.app, '/services/oauth2/token', form);

    expect(before.json()).not.toHaveProperty('refresh_token');
    expect(before.statusCode).toBe(200);
    expect(after.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('should end the sessions of a grant that is revoked', async () => {
    const server = aServer();
    const tokens = (await redeem(server, await aCode(server))).json<Record<string, string>>();

    await post(server.app, '/services/oauth2/revoke', { token: tokens['refresh_token'] ?? '' });

    expect(server.sessions.find(tokens['access_token'] ?? '')).toBeUndefined();
  });

  test('should let a client act as its run-as user', async () => {
    const { app, sessions } = aServer();
    const basic = Buffer.from(`${clazar.id}:clazar-consumer-secret`).toString('base64');

    const response = await postWith({ authorization: `Basic ${basic}` })(
      app,
      '/services/oauth2/token',
      {
        grant_type: 'client_credentials'
      }
    );

    const { access_token } = response.json<{ access_token: string }>();
    expect(sessions.find(access_token)?.userId).toBe(userId);
  });

  test('should refuse client credentials where no run-as user is set', async () => {
    const { app } = aServer({ ...clazar, runAsUsername: undefined });

    const response = await post(app, '/services/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: clazar.id,
      client_secret: 'clazar-consumer-secret'
    });

    expect(response.json()).toMatchObject({
      error_description: 'no client credentials user enabled'
    });
  });

  test('should take a JWT signed with the key of the client’s certificate, and no other', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { app, clock } = aServer({ ...clazar, certificate, adminApproved: true });
    const bearer = (key: typeof keys.privateKey): Promise<Response> =>
      post(app, '/services/oauth2/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: aJwt(key, clock.now())
      });

    expect((await bearer(keys.privateKey)).statusCode).toBe(200);
    expect((await bearer(foreign.privateKey)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('should tell who a token is', async () => {
    const server = aServer();
    const { access_token, id } = (await redeem(server, await aCode(server))).json<{
      access_token: string;
      id: string;
    }>();
    const headers = { host: 'localhost:4000', authorization: `Bearer ${access_token}` };

    const info = await server.app.inject({ url: '/services/oauth2/userinfo', headers });
    const identity = await server.app.inject({ url: new URL(id).pathname, headers });

    expect(info.json()).toMatchObject({ user_id: userId, organization_id: organizationId });
    expect(identity.json()).toMatchObject({ user_id: userId, username: 'ada@example.com' });
  });

  test('should not tell anything to a token that is unknown', async () => {
    const { app } = aServer();
    const headers = { host: 'localhost:4000', authorization: 'Bearer 00D!x' };

    expect((await app.inject({ url: '/services/oauth2/userinfo', headers })).statusCode).toBe(403);
  });
});

function aJwt(key: Parameters<ReturnType<typeof createSign>['sign']>[0], now: number): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(now / 1000) + 180;
  const aud = 'https://login.salesforce.com';
  const claims = { iss: clazar.id, sub: 'ada@example.com', aud, exp };
  const content = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}
