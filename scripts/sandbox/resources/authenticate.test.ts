import { asText } from '../json.ts';
import { demoCredentials } from '../index.ts';
import { aBench } from '../testing/client.ts';

const right = {
  client_id: demoCredentials.clientId,
  client_secret: demoCredentials.clientSecret
};

describe('authenticate', () => {
  test('should give a bearer token that opens the API', async () => {
    const bench = await aBench();

    const { body } = await bench.send('POST', '/authenticate', { body: right, isAnonymous: true });

    const headers = { authorization: `bearer ${asText(body['access_token'])}` };
    const answer = await bench.send('GET', '/listings/', { isAnonymous: true, headers });
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 86_400 });
    expect(answer.status).toBe(200);
  });

  test('should take the grant type that some clients send', async () => {
    const { send } = await aBench();

    const body = { ...right, grant_type: 'client_credentials' };

    expect((await send('POST', '/authenticate/', { body })).status).toBe(200);
  });

  test('should refuse a wrong secret with 401', async () => {
    const { send } = await aBench();

    const answer = await send('POST', '/authenticate/', {
      body: { ...right, client_secret: 'no' }
    });

    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ detail: 'Invalid credentials.', code: 'invalid_credentials' });
  });

  test('should name every missing field', async () => {
    const { send } = await aBench();

    const { status, body } = await send('POST', '/authenticate/', { body: {} });

    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ field: 'client_id' }, { field: 'client_secret' }]);
  });

  test('should end a token when its seconds are over', async () => {
    const bench = await aBench();

    bench.clock.advance(86_399_000);
    const before = await bench.get('/listings/');
    bench.clock.advance(1000);
    const after = await bench.get('/listings/');

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(after.body['code']).toBe('token_expired');
  });

  test('should refuse a token it never gave', async () => {
    const { send } = await aBench();
    const headers = { authorization: 'Bearer invented' };

    const answer = await send('GET', '/listings/', { isAnonymous: true, headers });

    expect(answer.body['code']).toBe('invalid_token');
  });
});
