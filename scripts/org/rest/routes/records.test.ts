import { admin, anHttpOrg, clerk, data } from '../testing/httpOrg.ts';
import type { HttpAnswer, HttpOrg } from '../testing/httpOrg.ts';

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg();
});

afterAll(() => http.close());
afterEach(() => http.clear());

async function anOrder(fields: object = {}): Promise<string> {
  const { body } = await http.call('POST', '/sobjects/Order__c', {
    body: { Name: 'One', ...fields }
  });
  return (body as { id: string }).id;
}

async function anAccount(Name = 'Acme'): Promise<string> {
  const { body } = await http.call('POST', '/sobjects/Account', { body: { Name } });
  return (body as { id: string }).id;
}

describe('records', () => {
  test('should create, read, change and delete a record', async () => {
    const id = await anOrder({ Amount__c: '12.5' });
    const path = `/sobjects/order__c/${id}`;

    const read = await http.call('GET', path);
    const changed = await http.call('PATCH', path, { body: { name: 'Two', Amount__c: null } });
    const after = await http.call('GET', `${path}?fields=Name,Amount__c`);
    const gone = await http.call('DELETE', path);

    expect(read.body).toMatchObject({ Id: id, Name: 'One', Amount__c: 12.5 });
    expect(changed.status).toBe(204);
    expect(after.body).toMatchObject({ Name: 'Two', Amount__c: null });
    expect(gone.status).toBe(204);
    expect((await http.call('GET', path)).status).toBe(404);
    expect(await http.call('DELETE', path)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'ENTITY_IS_DELETED' }]
    });
  });

  test('should upsert by a key, and find and delete by it', async () => {
    const path = '/sobjects/Order__c/Code__c/a%2Fb%20c';

    const created = await http.call('PATCH', path, { body: { Name: 'One' } });
    const updated = await http.call('PATCH', path, { body: { Name: 'Two' } });
    const read = await http.call('GET', path);
    const removed = await http.call('DELETE', path);

    expect(created).toMatchObject({ status: 201, body: { created: true, success: true } });
    expect(updated).toMatchObject({ status: 200, body: { created: false } });
    expect(read.body).toMatchObject({ Name: 'Two', Code__c: 'a/b c' });
    expect(removed.status).toBe(204);
    expect((await http.call('GET', path)).status).toBe(404);
  });

  test('should name every record that a key fits, and change none', async () => {
    const ids = [await anOrder({ Ticket__c: 't' }), await anOrder({ Ticket__c: 't' })];
    const urls = ids.map((id) => `${data}/sobjects/Order__c/${id}`);
    const path = '/sobjects/Order__c/Ticket__c/t';

    for (const method of ['PATCH', 'GET', 'DELETE'] as const) {
      const answer = await http.call(
        method,
        path,
        method === 'PATCH' ? { body: { Name: 'Two' } } : {}
      );
      expect(answer).toMatchObject({ status: 300, body: urls });
    }
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['One', 'One']);
  });

  test('should create nothing where only an update is wanted', async () => {
    const path = '/sobjects/Order__c/Code__c/none?updateOnly=true';

    expect((await http.call('PATCH', path, { body: { Name: 'One' } })).status).toBe(404);
    expect(await http.column('SELECT Name FROM Order__c')).toEqual([]);
  });

  test('should take a parent by its key', async () => {
    await anOrder({ Code__c: 'parent' });

    const id = await anOrder({ Name: 'Part', Parent__r: { Code__c: 'parent' } });

    const { body } = await http.call('GET', `/sobjects/Order__c/${id}/Parent__r?fields=Name`);
    expect(body).toMatchObject({ Name: 'One' });
  });

  test('should follow relationships up and down', async () => {
    const account = await anAccount();
    const id = await anOrder({ Account__c: account });

    const up = await http.call('GET', `/sobjects/Order__c/${id}/Account__r?fields=Name`);
    const down = await http.call('GET', `/sobjects/Account/${account}/Orders__r?fields=Name`);
    const nowhere = await http.call('GET', `/sobjects/Account/${account}/Nothing`);

    expect(up.body).toMatchObject({ Name: 'Acme' });
    expect(down.body).toMatchObject({ totalSize: 1, records: [{ Name: 'One' }] });
    expect(nowhere.status).toBe(404);
  });

  test('should take another method than the client can send', async () => {
    const id = await anOrder();

    const answer = await http.call('POST', `/sobjects/Order__c/${id}?_HttpMethod=PATCH`, {
      body: { Name: 'Two' }
    });

    expect(answer.status).toBe(204);
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['Two']);
  });
});

describe('rights', () => {
  test('should not show or take a field that the user may not see', async () => {
    const id = await anOrder({ Secret__c: 'x' });

    const read = await http.call('GET', `/sobjects/Order__c/${id}`, { as: clerk });
    const created = await http.call('POST', '/sobjects/Order__c', {
      as: clerk,
      body: { Name: 'Two', Secret__c: 'y' }
    });

    expect(read.body).not.toHaveProperty('Secret__c');
    expect(created).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]
    });
  });

  test('should refuse a delete that the user may not do', async () => {
    const id = await anOrder();

    expect(await http.call('DELETE', `/sobjects/Order__c/${id}`, { as: clerk })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          message: 'entity type cannot be deleted: Order'
        }
      ]
    });
  });

  test('should hide objects from who may not read them', async () => {
    const { body } = await http.call('GET', '/sobjects', { as: clerk });

    const names = (body as { sobjects: { name: string }[] }).sobjects.map(({ name }) => name);
    expect(names).toContain('Order__c');
    expect(names).not.toContain('Account');
    expect((await http.call('GET', '/sobjects/Account/describe', { as: clerk })).status).toBe(404);
  });
});

describe('conditional requests', () => {
  async function anAccountWithTag(): Promise<{ path: string; first: HttpAnswer; tag: string }> {
    const path = `/sobjects/Account/${await anAccount()}`;
    const first = await http.call('GET', path);
    return { path, first, tag: String(first.headers['etag']) };
  }

  test('should answer 304 to who has the present state', async () => {
    const { path, tag } = await anAccountWithTag();

    const same = await http.call('GET', path, { headers: { 'if-none-match': tag } });
    const other = await http.call('GET', path, { headers: { 'if-none-match': '"other"' } });

    expect([same.status, same.body]).toEqual([304, undefined]);
    expect(other.status).toBe(200);
  });

  test('should change an account only in the state that is expected', async () => {
    const { path, tag } = await anAccountWithTag();
    const change = (Name: string, headers: Record<string, string>): Promise<HttpAnswer> =>
      http.call('PATCH', path, { body: { Name }, headers });

    const first = await change('Second', { 'if-match': tag });
    const late = await change('Third', { 'if-match': tag });
    const malformed = await change('Third', { 'if-match': 'nonsense' });

    expect([first.status, late.status, malformed.status]).toEqual([204, 412, 400]);
    expect(await http.column('SELECT Name FROM Account')).toEqual(['Second']);
  });

  test('should let one of two win who change the same state', async () => {
    const { path, tag } = await anAccountWithTag();

    const answers = await Promise.all(
      ['A', 'B'].map((Name) =>
        http.call('PATCH', path, { body: { Name }, headers: { 'if-match': tag } })
      )
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
  });

  test('should go by the last change of any record', async () => {
    const path = `/sobjects/Order__c/${await anOrder()}`;
    const [before, now] = [-60_000, 0].map((shift) =>
      new Date(http.clock.now() + shift).toUTCString()
    );
    const status = async (method: 'GET' | 'PATCH', headers: Record<string, string>) =>
      (await http.call(method, path, { headers, ...(method === 'PATCH' && { body: {} }) })).status;

    expect(await status('GET', { 'if-modified-since': now ?? '' })).toBe(304);
    expect(await status('GET', { 'if-modified-since': before ?? '' })).toBe(200);
    expect(await status('GET', { 'if-unmodified-since': before ?? '' })).toBe(412);
    expect(await status('PATCH', { 'if-unmodified-since': now ?? '' })).toBe(204);
    expect(await status('PATCH', { 'if-unmodified-since': before ?? '' })).toBe(412);
    expect(await status('PATCH', { 'if-unmodified-since': 'soon' })).toBe(400);
  });

  test('should not repeat a description that the client has', async () => {
    const { headers } = await http.call('GET', '/sobjects/Account/describe');
    const since = { 'if-modified-since': String(headers['last-modified']) };

    for (const path of ['/sobjects', '/sobjects/Account/describe']) {
      expect((await http.call('GET', path, { headers: since })).status).toBe(304);
    }
  });
});

describe('files', () => {
  const boundary = 'a-boundary';
  const multipart = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
  const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 200]);

  function form(entity: object, field = 'VersionData'): Buffer {
    return Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="entity_content";\r\n` +
          `Content-Type: application/json\r\n\r\n${JSON.stringify(entity)}\r\n` +
          `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="a.bin"\r\n` +
          'Content-Type: application/octet-stream\r\n\r\n'
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`)
    ]);
  }

  test('should take a file with its fields, and hand it out as it came', async () => {
    const { status, body } = await http.call('POST', '/sobjects/ContentVersion', {
      headers: multipart,
      body: form({ Title: 'A', PathOnClient: 'a.bin' })
    });
    const { id } = body as { id: string };

    const record = await http.call('GET', `/sobjects/ContentVersion/${id}`);
    const file = await http.call('GET', `/sobjects/ContentVersion/${id}/VersionData`);

    expect(status).toBe(201);
    expect(record.body).toMatchObject({
      Title: 'A',
      VersionData: `${data}/sobjects/ContentVersion/${id}/VersionData`
    });
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.bytes.equals(bytes)).toBe(true);
  });

  test('should take a file as base64 too', async () => {
    const { status, body } = await http.call('POST', '/sobjects/ContentVersion', {
      body: { Title: 'B', PathOnClient: 'b.bin', VersionData: bytes.toString('base64') }
    });

    const { id } = body as { id: string };
    const file = await http.call('GET', `/sobjects/ContentVersion/${id}/VersionData`);
    expect(status).toBe(201);
    expect(file.bytes.equals(bytes)).toBe(true);
  });

  test.each([
    ['a field that holds no file', form({ Title: 'C', PathOnClient: 'c' }, 'Title')],
    ['no last boundary', form({}).subarray(0, 80)],
    ['no parts', Buffer.from('nothing')]
  ])('should refuse a form with %s', async (_case, body) => {
    const answer = await http.call('POST', '/sobjects/ContentVersion', {
      headers: multipart,
      body
    });

    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
  });
});

describe('changes in a time', () => {
  const span = (from: number, to: number): string => {
    const [start, end] = [from, to].map((shift) =>
      encodeURIComponent(
        new Date(http.clock.now() + shift).toISOString().replace(/\.\d+Z/, '+00:00')
      )
    );
    return `start=${start ?? ''}&end=${end ?? ''}`;
  };
  const minute = 60_000;

  test('should list what was changed, and what was deleted', async () => {
    http.clock.advance(10 * minute);
    const [kept, deleted] = [await anOrder(), await anOrder()];
    await http.call('DELETE', `/sobjects/Order__c/${deleted}`);
    const time = span(-minute, minute);

    const updates = await http.call('GET', `/sobjects/Order__c/updated?${time}`);
    const deletions = await http.call('GET', `/sobjects/Order__c/deleted/?${time}`);

    expect(updates.body).toMatchObject({
      ids: [kept],
      latestDateCovered: expect.any(String) as string
    });
    expect(deletions.body).toMatchObject({
      deletedRecords: [{ id: deleted, deletedDate: expect.stringMatching(/\+0000$/) as string }]
    });
  });

  test.each([
    ['that ends before it starts', () => span(0, -minute)],
    ['longer ago than 30 days', () => span(-31 * 24 * 60 * minute, 0)]
  ])('should refuse a time %s', async (_case, time) => {
    expect(await http.call('GET', `/sobjects/Order__c/updated?${time()}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_REPLICATION_DATE' }]
    });
  });
});

describe('recent records', () => {
  test('should list what the user looked at, newest first', async () => {
    const ids = [await anOrder({ Name: 'One' }), await anOrder({ Name: 'Two' })];
    for (const id of ids)
      await http.call('GET', `/ui-api/records/${id}?fields=Order__c.Name&updateMru=true`);

    const recent = await http.call('GET', '/recent?limit=2');
    const ofObject = await http.call('GET', '/sobjects/Order__c');

    expect(recent.body).toMatchObject([{ Name: 'Two' }, { Name: 'One' }]);
    expect(ofObject.body).toMatchObject({ recentItems: [{ Name: 'Two' }, { Name: 'One' }] });
    expect((await http.call('GET', '/recent', { as: clerk })).body).toEqual([]);
  });
});

describe('limits', () => {
  const used = ({ headers }: HttpAnswer): number =>
    Number(/api-usage=(\d+)\/15000/.exec(String(headers['sforce-limit-info']))?.[1]);

  test('should count requests for a day, and say so with each answer', async () => {
    const [first, second] = [await http.call('GET', '/limits'), await http.call('GET', '/nothing')];
    const third = await http.call('GET', '/limits');

    expect(used(third)).toBe(used(first) + 1 + (Number.isNaN(used(second)) ? 0 : 1));
    expect(third.body).toMatchObject({
      DailyApiRequests: { Max: 15000, Remaining: 15000 - used(third) }
    });
    http.clock.advance(25 * 60 * 60 * 1000);
    expect(used(await http.call('GET', '/limits'))).toBe(1);
  });
});

test('should run all of it as the user of the session', async () => {
  await http.call('POST', '/sobjects/Order__c', { as: clerk, body: { Name: 'Mine' } });

  expect(await http.column('SELECT CreatedById FROM Order__c')).toEqual([clerk]);
  expect(clerk).not.toBe(admin);
});
