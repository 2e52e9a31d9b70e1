import { servedOrg } from './testing/servedOrg.ts';
import type { Answer, ServedOrg } from './testing/servedOrg.ts';

let org: ServedOrg;
beforeAll(async () => {
  org = await servedOrg();
});
afterAll(() => org.close());

const first = (answer: Answer): unknown =>
  (answer.body as { records: Readonly<Record<string, unknown>>[] }).records[0]?.['Id'];
const idOf = async (soql: string): Promise<string> =>
  String(first(await org.call('GET', `/query?q=${encodeURIComponent(soql)}`)));

/** A user of whom the org knew nothing when it was started. */
async function newUser(name: string): Promise<string> {
  const profile = await idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const values = `Username = '${name}@example.com', LastName = '${name}', Alias = '${name}', Email = '${name}@example.com', ProfileId = '${profile}', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8'`;
  const body = `insert new User(${values});`;
  await org.call('GET', `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(body)}`);
  return idOf(`SELECT Id FROM User WHERE Username = '${name}@example.com'`);
}

const logIn = (name: string, password: string): Promise<Answer> =>
  org.tokens({
    grant_type: 'password',
    client_id: 'PlatformCLI',
    username: `${name}@example.com`,
    password
  });
const logInAsAdmin = (): Promise<Answer> =>
  org.tokens({
    grant_type: 'password',
    client_id: 'PlatformCLI',
    username: 'admin@clazar.local',
    password: org.password
  });
const setPassword = (id: string, NewPassword: string, token = org.token): Promise<Answer> =>
  org.call('POST', `/sobjects/User/${id}/password`, { body: { NewPassword }, token });
const tokenOf = ({ body }: Answer, name = 'access_token'): string =>
  (body as Record<string, string>)[name] ?? '';

describe('a user who was created while the org runs', () => {
  test('should log in once an administrator has set a password, also after a restart', async () => {
    const id = await newUser('late');
    const before = await logIn('late', 'late horse 1');
    const set = await setPassword(id, 'late horse 1');
    const now = await logIn('late', 'late horse 1');
    org = await org.restart();
    const again = await logIn('late', 'late horse 1');

    expect([before.status, set.status, now.status, again.status]).toEqual([400, 204, 200, 200]);
    const me = await org.call('GET', '/services/oauth2/userinfo', { token: tokenOf(again) });
    expect(me.body).toMatchObject({ preferred_username: 'late@example.com' });
  });

  test('should lose everything with the tick at Active', async () => {
    const id = await newUser('leaver');
    await setPassword(id, 'leaver horse 1');
    const session = await logIn('leaver', 'leaver horse 1');
    const token = tokenOf(session);
    const before = await org.call('GET', '/limits', { token });

    await org.call('PATCH', `/sobjects/User/${id}`, { body: { IsActive: false } });

    const after = await org.call('GET', '/limits', { token });
    const login = await logIn('leaver', 'leaver horse 1');
    expect([before.status, after.status, login.status]).toEqual([200, 401, 400]);
    expect(after.body).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
    expect(login.body).toMatchObject({ error: 'invalid_grant' });
  });

  test('should change only the own password', async () => {
    const id = await newUser('plain');
    await setPassword(id, 'plain horse 1');
    const token = tokenOf(await logIn('plain', 'plain horse 1'));

    const own = await setPassword(id, 'plain horse 2', token);
    const others = await setPassword(org.adminId, 'plain horse 2', token);

    expect([own.status, others.status]).toEqual([204, 403]);
    expect(others.body).toEqual([
      {
        message: 'You do not have permission to view this record.',
        errorCode: 'INSUFFICIENT_ACCESS'
      }
    ]);
  });

  test('should be told whether the password has expired, and get a new one', async () => {
    const id = await newUser('forgets');
    const state = await org.call('GET', `/sobjects/User/${id}/password`);
    const reset = await org.call('DELETE', `/sobjects/User/${id}/password`);
    const login = await logIn('forgets', tokenOf(reset, 'NewPassword'));

    expect([state.body, login.status]).toEqual([{ isExpired: false }, 200]);
  });

  test.each([
    [{ NewPassword: 'short' }, 'INVALID_NEW_PASSWORD'],
    [{ Password: 'a word too 1' }, 'JSON_PARSER_ERROR'],
    [[], 'JSON_PARSER_ERROR']
  ])('should refuse the password %j', async (body, errorCode) => {
    const answer = await org.call('POST', `/sobjects/User/${org.adminId}/password`, { body });

    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  test('should come through SCIM with a refresh token, as the CLI asks', async () => {
    const headers = { 'auto-approve-user': 'true', 'content-type': 'text/plain' };
    const token = tokenOf(await logInAsAdmin());
    const body = JSON.stringify(await scimUser('scim@example.com'));
    const created = await scim(body, { headers, token });

    const refresh = (): Promise<Answer> =>
      org.tokens({
        grant_type: 'refresh_token',
        client_id: 'PlatformCLI',
        refresh_token: String(created.headers['auto-approve-user'])
      });
    const tokens = await refresh();
    const id = tokenOf(created, 'id');
    await org.call('PATCH', `/sobjects/User/${id}`, { body: { IsActive: false } });
    const late = await refresh();

    expect([created.status, tokens.status, late.status]).toEqual([201, 200, 400]);
    expect(tokenOf(tokens, 'id')).toContain(id);
    expect(late.body).toEqual({ error: 'inactive_user', error_description: 'user is inactive' });
  });

  test('should not come through SCIM by the hand of one who may not create users', async () => {
    const token = tokenOf(await logIn('late', 'late horse 1'));

    const created = await scim(await scimUser('mate@example.com'), { token });
    const empty = await scim({});

    expect([created.status, empty.status]).toEqual([400, 400]);
    expect(await idOf("SELECT Id FROM User WHERE Username = 'mate@example.com'")).toBe('undefined');
    expect(await org.call('GET', '/services/scim/v1/Users')).toMatchObject({ status: 404 });
  });
});

async function scimUser(userName: string): Promise<object> {
  const profile = await idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  return {
    userName,
    emails: [{ value: userName }],
    name: { familyName: 'Scim' },
    entitlements: [{ value: profile }]
  };
}

function scim(
  body: unknown,
  more: { token?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
  return org.call('POST', '/services/scim/v1/Users', { body, ...more });
}
