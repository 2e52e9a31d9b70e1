import { gzipSync } from 'node:zlib';
import { allowsApi } from '../auth/index.ts';
import { admin, anHttpOrg, clerk, data } from './testing/httpOrg.ts';
import type { HttpAnswer, HttpOrg } from './testing/httpOrg.ts';
import { mistakes, orders, refused, text } from './testing/mistakes.ts';
import type { Method } from './testing/mistakes.ts';

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg();
});

afterAll(() => http.close());

/** Whatever was asked: the server answers the next request. */
afterEach(async () => {
  expect((await http.call('GET', '/limits')).status).toBe(200);
  expect(await http.column('SELECT Id FROM Order__c')).toEqual([]);
});

const json = { 'content-type': 'application/json' };

describe('what clients do wrong', () => {
  test.each(mistakes)('should refuse %s', async (_what, method, path, request, answer) => {
    const given = await http.call(method, path, request);

    expect(given).toMatchObject(answer);
    expect(given.status).toBeLessThan(500);
  });

  test.each(mistakes.filter(([, , path]) => !path.startsWith('/nothing')))(
    'should not do better for a user with few rights: %s',
    async (_what, method, path, request) => {
      expect((await http.call(method, path, { ...request, as: clerk })).status).toBeLessThan(500);
    }
  );
});

const whole = { Name: 'One' };

const denied: readonly (readonly [Method, string, unknown])[] = [
  ['POST', '/sobjects/Account', whole],
  ['PATCH', '/sobjects/Account/001000000000001AAA', whole],
  ['DELETE', '/sobjects/Account/001000000000001AAA', undefined],
  ['POST', '/composite/sobjects', { records: [{ attributes: { type: 'Account' }, Name: 'x' }] }],
  [
    'PATCH',
    '/composite/sobjects',
    { records: [{ attributes: { type: 'Account' }, id: '001000000000001AAA' }] }
  ],
  ['DELETE', '/composite/sobjects?ids=001000000000001AAA', undefined],
  [
    'POST',
    '/composite/tree/Account',
    { records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'x' }] }
  ],
  [
    'POST',
    '/composite',
    {
      compositeRequest: [
        { method: 'POST', url: `${data}/sobjects/Account`, referenceId: 'a', body: whole }
      ]
    }
  ],
  [
    'POST',
    '/composite',
    {
      allOrNone: true,
      compositeRequest: [
        { method: 'DELETE', url: `${data}/sobjects/Account/001000000000001AAA`, referenceId: 'a' }
      ]
    }
  ],
  ['POST', '/ui-api/records', { apiName: 'Account', fields: whole }],
  ['PATCH', '/ui-api/records/001000000000001AAA', { fields: whole }],
  ['DELETE', '/ui-api/records/001000000000001AAA', undefined]
];

test.each(denied)(
  'should refuse %s %s to who may not touch the object',
  async (method, path, body) => {
    const answer = await http.call(method, path, {
      as: clerk,
      ...(body !== undefined && { body })
    });

    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).toMatch(/CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|NOT_FOUND/);
  }
);

describe('size', () => {
  test('should refuse a body of more than 50 MB', async () => {
    const body = `{"Name": "${'x'.repeat(50 * 1024 * 1024)}"}`;

    expect(await http.call('POST', orders, text(body))).toMatchObject(
      refused(413, 'REQUEST_ENTITY_TOO_LARGE')
    );
  });

  test('should refuse a small body that unpacks to more', async () => {
    const body = gzipSync(Buffer.alloc(60 * 1024 * 1024, 'x'));

    expect(
      await http.call('POST', orders, { body, headers: { ...json, 'content-encoding': 'gzip' } })
    ).toMatchObject(refused(413, 'REQUEST_ENTITY_TOO_LARGE'));
  });

  test('should take and give gzip', async () => {
    const body = gzipSync(JSON.stringify({ Nmae: 'x' }));
    const headers = { ...json, 'content-encoding': 'gzip', 'accept-encoding': 'gzip' };

    const asked = await http.call('POST', orders, { body, headers });
    const given = await http.app.inject({
      url: `${data}/sobjects/Account/describe`,
      headers: {
        host: 'localhost',
        'accept-encoding': 'gzip',
        authorization: `Bearer ${http.sessions.open(admin).token}`
      }
    });

    expect(asked).toMatchObject(refused(400, 'INVALID_FIELD'));
    expect(given.headers['content-encoding']).toBe('gzip');
    expect([...given.rawPayload.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  });
});

describe('paths', () => {
  test.each([
    '/services/data/v66.0/../../../etc/passwd',
    '/services/data/v66.0/sobjects/..%2f..%2f..%2fetc%2fpasswd',
    '/services/data/v66.0/sobjects/Account/..%5c..%5cetc',
    '/services/data/v66.0/sobjects/%00',
    '/services/data/v66.0/sobjects/%E0%A4%A',
    '/services/data/v6x/limits',
    '/services/data/v66.0.1/limits',
    '/services/apexrest/../../etc/passwd',
    `/services/data/v66.0/sobjects/${'A'.repeat(5000)}`
  ])('should find nothing at %s', async (url) => {
    const { status, body } = await http.call('GET', url);

    expect([400, 404, 414]).toContain(status);
    expect(JSON.stringify(body)).not.toMatch(/root:/);
  });
});

describe('tokens', () => {
  const ask = (headers: Record<string, string>, path = '/limits'): Promise<HttpAnswer> =>
    http.call('GET', path, { headers });

  test.each([
    ['none', {}],
    ['a wrong one', { authorization: 'Bearer 00D!nonsense' }],
    ['one of another kind', { authorization: 'Basic YTpi' }],
    ['one in the address', {}]
  ])('should refuse %s', async (_case, headers) => {
    for (const path of ['/limits', '/query?q=x&oauth_token=x', '/nothing/at/all?access_token=x']) {
      const answer = await http.app.inject({
        url: `${data}${path}`,
        headers: { host: 'localhost', ...headers }
      });
      expect([401, 404]).toContain(answer.statusCode);
    }
    const apex = await http.app.inject({
      url: '/services/apexrest/orders',
      headers: { host: 'localhost', ...headers }
    });
    expect(apex.statusCode).toBe(401);
  });

  test('should refuse one whose scopes do not cover the data', async () => {
    const session = http.sessions.open(admin, {
      scopes: ['openid', 'refresh_token'],
      clientId: 'x'
    });

    const answer = await ask({ authorization: `Bearer ${session.token}` });

    expect(allowsApi(session)).toBe(false);
    expect(answer).toMatchObject(refused(403, 'INVALID_SESSION_ID'));
  });

  test('should refuse one that was closed, and the older word OAuth counts too', async () => {
    const session = http.sessions.open(admin);
    const headers = { authorization: `OAuth ${session.token}` };

    const before = await ask(headers);
    http.sessions.close(session.token);

    expect([before.status, (await ask(headers)).status]).toEqual([200, 401]);
  });
});
