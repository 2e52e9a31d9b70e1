import { manualClock, recordingLog } from '../../shared/index.ts';
import type { Sandbox, SandboxOptions } from '../index.ts';
import { createSandbox } from '../index.ts';
import { logIn, testStart } from '../testing/client.ts';
import type { FakeOrg } from '../testing/fakeOrgs.ts';
import { createFakeOrgs } from '../testing/fakeOrgs.ts';

interface Shown {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** A browser that keeps its cookie and the token of the last form. */
interface Browser {
  readonly sandbox: Sandbox;
  get(url: string): Promise<Shown>;
  post(url: string, fields?: Record<string, string>): Promise<Shown>;
  /** Presses Connect App and Allow in `org`; what the browser sees at the end. */
  connect(org: FakeOrg, fields?: Record<string, string>): Promise<Shown>;
}

function aBrowser(sandbox: Sandbox): Browser {
  let cookie = '';
  let csrf = '';
  const send = async (method: 'GET' | 'POST', url: string, payload = ''): Promise<Shown> => {
    const answer = await sandbox.app.inject({
      method,
      url,
      payload,
      headers: {
        host: 'localhost:4100',
        cookie,
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' })
      }
    });
    cookie = answer.cookies[0] ? `${answer.cookies[0].name}=${answer.cookies[0].value}` : cookie;
    csrf = /name="csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? csrf;
    const location = answer.headers.location ?? '';
    return { status: answer.statusCode, text: answer.body, location };
  };
  const get = (url: string): Promise<Shown> => send('GET', url);
  const post = (url: string, fields: Record<string, string> = {}): Promise<Shown> =>
    send('POST', url, new URLSearchParams({ csrf, ...fields }).toString());
  const allow = async (org: FakeOrg, location: string): Promise<Shown> => {
    const asked = new URL(location).searchParams;
    org.challenge = asked.get('code_challenge') ?? '';
    const callback = new URL(asked.get('redirect_uri') ?? '');
    const { location: next } = await get(
      `${callback.pathname}?code=c&state=${asked.get('state') ?? ''}`
    );
    return get(next);
  };
  const connect = async (org: FakeOrg, fields: Record<string, string> = {}): Promise<Shown> => {
    await get(salesforce);
    const { location } = await post(`${salesforce}/connect`, {
      instance_url: org.url,
      ...fields
    });
    return allow(org, location);
  };
  return { sandbox, get, post, connect };
}

const salesforce = '/settings/apps/salesforce';
const profile = '/settings/profile';

function pages(options: Partial<SandboxOptions> = {}) {
  const orgs = createFakeOrgs();
  const sandbox = createSandbox({
    clock: manualClock(testStart),
    seed: 1,
    log: recordingLog(),
    rateLimit: false,
    pages: { app: { clientId: 'app', clientSecret: 'secret' }, fetch: orgs.fetch },
    ...options
  });
  return { ...aBrowser(sandbox), orgs };
}

/** What is told without anybody waiting for it. */
const told = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

describe('Settings, Apps, Salesforce', () => {
  test('should begin OAuth with PKCE, a state and the callback', async () => {
    const { get, post } = pages();
    await get(salesforce);

    const { status, location } = await post(`${salesforce}/connect`, {
      instance_url: 'https://acme.my.salesforce.com'
    });

    const { origin, searchParams } = new URL(location);
    expect([status, origin]).toEqual([303, 'https://acme.my.salesforce.com']);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'app',
      scope: 'api refresh_token openid',
      code_challenge_method: 'S256',
      redirect_uri: `http://localhost:4100${salesforce}/callback`
    });
    expect(searchParams.get('state')).toHaveLength(43);
  });

  test('should show who is connected, and tell the org', async () => {
    const { connect, orgs } = pages();
    const acme = orgs.add('acme');

    const { text } = await connect(acme);

    expect(text).toContain('✓ Connected');
    expect(text).toContain('ada@acme.example');
    expect(text).toContain('acme Inc (Production)');
    expect(acme.written).toEqual([
      expect.objectContaining({
        object: 'clazar__Clazar_Connection__c',
        clazar__Status__c: 'Connected',
        clazar__Username__c: 'ada@acme.example',
        Name: 'acme Inc'
      })
    ]);
  });

  test('should say which permission set is missing, and keep no token', async () => {
    const { connect, orgs } = pages();
    const acme = orgs.add('acme');
    acme.refusal = 403;

    const { text } = await connect(acme);

    expect(text).toContain('Clazar Salesforce Integration User');
    expect(text).not.toContain('✓ Connected');
    expect(acme.revoked).toEqual([`refresh-${acme.id}`]);
  });

  test('should refuse a login that another browser began', async () => {
    const first = pages();
    const acme = first.orgs.add('acme');
    await first.get(salesforce);
    const { location } = await first.post(`${salesforce}/connect`, { instance_url: acme.url });
    const state = new URL(location).searchParams.get('state') ?? '';

    const second = aBrowser(first.sandbox);
    await second.get(salesforce);
    await second.get(`${salesforce}/callback?code=c&state=${state}`);

    const { text } = await second.get(salesforce);
    expect(text).toContain('Start again');
    expect(acme.written).toEqual([]);
  });

  test('should refuse a form that is not its own', async () => {
    const { get, post, orgs } = pages();
    orgs.add('acme');
    await get(salesforce);

    const { location } = await post(`${salesforce}/connect`, {
      csrf: 'guessed',
      instance_url: 'https://acme.my.salesforce.com'
    });

    expect(location).toBe(salesforce);
  });

  test('should ask before it disconnects, then delete everything and tell the org', async () => {
    const { connect, get, post, orgs } = pages();
    const acme = orgs.add('acme');
    await connect(acme);

    const question = await get(`${salesforce}/disconnect`);
    await post(`${salesforce}/disconnect`);
    await told();
    const { text } = await get(salesforce);

    expect(question.text).toContain('The package stays installed');
    expect(question.text).toMatch(/Disconnect<\/button>[\s\S]*No<\/a>/);
    expect(text).not.toContain('✓ Connected');
    expect(acme.written.at(-1)).toMatchObject({ clazar__Status__c: 'Disconnected' });
    expect(acme.revoked).toEqual([`refresh-${acme.id}`]);
  });

  test('should not connect another org before somebody has agreed to lose the mappings', async () => {
    const { connect, orgs } = pages();
    const [acme, other] = [orgs.add('acme'), orgs.add('other')];
    await connect(acme);

    const { text } = await connect(other);

    expect(text).toContain('all its mappings are lost');
    expect(text).toContain('acme Inc (Production)');
    expect(other.written).toEqual([]);
    expect(other.revoked).toEqual([`refresh-${other.id}`]);
  });

  test('should give up the first org for another when somebody has agreed', async () => {
    const { connect, orgs } = pages();
    const [acme, other] = [orgs.add('acme'), orgs.add('other')];
    await connect(acme);

    const { text } = await connect(other, { may_replace: 'yes' });
    await told();

    expect(text).toContain('other Inc (Production)');
    expect(acme.written.at(-1)).toMatchObject({
      clazar__Status__c: 'Replaced',
      clazar__Replaced_By__c: other.url
    });
    expect(acme.revoked).toEqual([`refresh-${acme.id}`]);
  });

  test('should check the address of the org to install in', async () => {
    const app = { clientId: 'app', clientSecret: 'secret' };
    const { get } = pages({ pages: { app, packageVersionId: '04t000000000001' } });

    const good = await get(`${salesforce}?install=acme--uat.sandbox.my.salesforce.com`);
    const bad = await get(`${salesforce}?install=evil.example`);

    expect(good.text).toContain('is a sandbox');
    expect(good.text).toContain(
      'https://acme--uat.sandbox.my.salesforce.com/packaging/installPackage.apexp?p0=04t000000000001'
    );
    expect(bad.text).toContain('is no Salesforce org');
    expect(bad.text).not.toContain('installPackage.apexp?p0=04t000000000001');
  });

  test.each([
    ['acme.my.salesforce.com', 'a production org'],
    ['acme--uat.sandbox.my.salesforce.com', 'a sandbox'],
    ['acme-dev-ed.develop.my.salesforce.com', 'a developer or scratch org'],
    ['login.salesforce.com', 'a production org']
  ])(
    'should say of %s that it is %s, and what happens while nothing is released',
    async (host, kind) => {
      const { get } = pages();

      const { text } = await get(`${salesforce}?install=${host}`);

      expect(text).toContain(`is ${kind}.`);
      expect(text).toContain('There is no released version to install yet.');
      expect(text).toContain(`https://${host}/packaging/installPackage.apexp?p0=04t…`);
      expect(text).not.toContain('Install Widget</a>');
    }
  );

  test('should be for admins only', async () => {
    const { get, post } = pages();
    await get(profile);
    await post(`${profile}/become`, { email: 'sam.seller@northwind-software.example' });

    const { text } = await get(salesforce);

    expect(text).toContain('Only admins can connect Salesforce');
  });

  test('should find its connection again after a restart', async () => {
    let kept: string | undefined;
    const keeper = { read: () => kept, write: (text: string) => void (kept = text) };
    const orgs = createFakeOrgs();
    const options = {
      pages: { app: { clientId: 'app', clientSecret: 's' }, fetch: orgs.fetch, keeper }
    };
    await pages(options).connect(orgs.add('acme'));

    const { text } = await pages(options).get(salesforce);

    expect(text).toContain('✓ Connected');
  });
});

describe('Settings, Profile', () => {
  test('should link the own user, with a record that the connection writes', async () => {
    const { connect, get, post, orgs } = pages();
    const acme = orgs.add('acme');
    await connect(acme);
    acme.username = 'rep@acme.example';
    acme.userId = '005rep';
    await get(profile);

    const { location } = await post(`${profile}/connect`);
    const asked = new URL(location).searchParams;
    acme.challenge = asked.get('code_challenge') ?? '';
    await get(`${salesforce}/callback?code=c&state=${asked.get('state') ?? ''}`);
    const { text } = await get(profile);

    expect(asked.get('scope')).toBe('openid');
    expect(text).toContain('Connected as rep@acme.example');
    expect(acme.written.at(-1)).toMatchObject({
      object: 'clazar__Clazar_User__c',
      clazar__User__c: '005rep',
      clazar__Linked__c: true
    });

    await post(`${profile}/disconnect`);
    await told();
    expect(acme.written.at(-1)).toMatchObject({ clazar__Linked__c: false });
  });

  test('should send people to an admin while nothing is connected', async () => {
    const { text } = await pages().get(profile);

    expect(text).toContain('An admin connects it');
  });
});

describe('The log of requests', () => {
  test('should show and find what was asked, without the pages themselves', async () => {
    const { get, sandbox } = pages();
    await logIn(sandbox);
    await get(salesforce);

    const all = await get('/log');
    const none = await get('/log?q=nothing%3Clike%3Ethis');

    expect(all.text).toContain('POST /authenticate/');
    expect(all.text).not.toContain('GET /settings');
    expect(all.text).not.toContain('clazar-sandbox-demo-secret');
    expect(none.text).toContain('0 requests');
    expect(none.text).not.toContain('<like>');
  });
});

describe('The API of the connection', () => {
  test('should tell the package how it is connected, and disconnect', async () => {
    const { connect, orgs, sandbox } = pages();
    const acme = orgs.add('acme');
    await connect(acme);
    const authorization = `Bearer ${await logIn(sandbox)}`;
    const ask = async (method: 'GET' | 'DELETE', path: string) =>
      sandbox.app.inject({ method, url: path, headers: { authorization } });
    const url = `/integrations/salesforce/${acme.id}/`;

    const before = await ask('GET', url);
    const deleted = await ask('DELETE', url);
    const after = await ask('GET', url);

    expect(before.json()).toMatchObject({ connected: true, username: 'ada@acme.example' });
    expect(deleted.statusCode).toBe(204);
    expect(after.json()).toMatchObject({ connected: false, username: null });
  });
});
