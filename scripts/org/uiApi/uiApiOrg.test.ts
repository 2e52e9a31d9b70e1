import { anHttpOrg, clerk } from '../rest/testing/httpOrg.ts';
import type { HttpOrg } from '../rest/testing/httpOrg.ts';

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const listView = `<ListView ${namespace}><fullName>Big</fullName><label>Big orders</label>
  <columns>NAME</columns><columns>Amount__c</columns><columns>Account__c</columns><filterScope>Everything</filterScope>
  <filters><field>Amount__c</field><operation>greaterThan</operation><value>10</value></filters></ListView>`;
const state = `<CustomField ${namespace}><fullName>State__c</fullName><label>State</label><type>Picklist</type>
  <valueSet><valueSetDefinition><sorted>false</sorted>
    <value><fullName>Open</fullName><default>true</default><label>Open</label></value>
    <value><fullName>Shut</fullName><default>false</default><label>Shut</label></value>
  </valueSetDefinition></valueSet></CustomField>`;

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg({
    'objects/Order__c/listViews/Big.listView-meta.xml': listView,
    'objects/Order__c/fields/State__c.field-meta.xml': state
  });
});

afterAll(() => http.close());
afterEach(() => http.clear());

async function create(apiName: string, fields: object): Promise<string> {
  const { body } = await http.call('POST', '/ui-api/records', { body: { apiName, fields } });
  return (body as { id: string }).id;
}

async function get(path: string, as?: string): Promise<unknown> {
  return (await http.call('GET', `/ui-api${path}`, as === undefined ? {} : { as })).body;
}

describe('records', () => {
  test('should be created, read, changed and deleted', async () => {
    const created = await http.call('POST', '/ui-api/records', {
      body: { apiName: 'Order__c', fields: { Name: 'One', Amount__c: 5 } }
    });
    const { id } = created.body as { id: string };
    const path = `/ui-api/records/${id}`;

    const changed = await http.call('PATCH', path, { body: { fields: { Name: 'Two' } } });
    const read = await http.call('GET', `${path}?fields=Order__c.Name,Order__c.Amount__c`);
    const removed = await http.call('DELETE', path);

    expect(created).toMatchObject({
      status: 201,
      body: { apiName: 'Order__c', fields: { Name: { value: 'One' } } }
    });
    expect(changed).toMatchObject({ status: 200, body: { fields: { Name: { value: 'Two' } } } });
    expect(read.body).toMatchObject({
      id,
      fields: { Amount__c: { displayValue: '5.00', value: 5 } }
    });
    expect(removed.status).toBe(204);
    expect((await http.call('GET', path)).status).toBe(404);
  });

  test('should not be there for somebody without access to their object', async () => {
    const id = await create('Contact', { LastName: 'Somebody' });

    const alone = await http.call('GET', `/ui-api/records/${id}`, { as: clerk });
    const page = await http.call('GET', `/ui-api/record-ui/${id}`, { as: clerk });

    expect([alone.status, page.status]).toEqual([404, 404]);
  });

  test('should be changed only in the state that the form was opened with', async () => {
    const id = await create('Order__c', { Name: 'One' });
    const opened = new Date(http.clock.now()).toUTCString();
    const change = (Name: string): Promise<{ status: number }> =>
      http.call('PATCH', `/ui-api/records/${id}`, {
        body: { fields: { Name } },
        headers: { 'if-unmodified-since': opened }
      });

    const first = await change('Two');
    http.clock.advance(5000);
    await http.call('PATCH', `/ui-api/records/${id}`, { body: { fields: { Name: 'Meanwhile' } } });

    expect([first.status, (await change('Three')).status]).toEqual([200, 412]);
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['Meanwhile']);
  });

  test('should be read many at once, each with an answer of its own', async () => {
    const id = await create('Order__c', { Name: 'One' });

    expect(await get(`/records/batch/${id},001000000000009AAA?fields=Order__c.Name`)).toMatchObject(
      {
        hasErrors: true,
        results: [
          { statusCode: 200, result: { fields: { Name: { value: 'One' } } } },
          { statusCode: expect.any(Number) as number }
        ]
      }
    );
  });

  test('should tell a form what is wrong with which field', async () => {
    const answer = await http.call('POST', '/ui-api/records', {
      body: { apiName: 'Order__c', fields: { Name: 'bad' } }
    });

    expect(answer).toMatchObject({
      status: 400,
      body: { output: { fieldErrors: { Name: [{ message: 'Not like this.' }] } } }
    });
  });
});

describe('pages and forms', () => {
  test('should get record, layout and object at once', async () => {
    const id = await create('Order__c', { Name: 'One' });

    expect(await get(`/record-ui/${id}?layoutTypes=Full&modes=View`)).toMatchObject({
      records: { [id]: { fields: { Name: { value: 'One' } } } },
      objectInfos: { Order__c: { apiName: 'Order__c', createable: true } },
      layouts: { Order__c: { '012000000000000AAA': { Full: { View: { mode: 'View' } } } } }
    });
  });

  test('should get what a new record starts with', async () => {
    expect(await get('/record-defaults/create/Order__c')).toMatchObject({
      layout: { mode: 'Create' },
      objectInfos: { Order__c: {} },
      record: {
        apiName: 'Order__c',
        fields: { State__c: { value: 'Open' }, Note__c: { value: null } }
      }
    });
    expect(await get('/record-defaults/template/create/Order__c')).not.toHaveProperty('layout');
  });

  test('should get a copy without what must be unique', async () => {
    const id = await create('Order__c', { Name: 'One', Code__c: 'c', Note__c: 'n' });

    const { record } = (await get(`/record-defaults/clone/${id}`)) as {
      record: { fields: object };
    };

    expect(record.fields).toMatchObject({ Note__c: { value: 'n' } });
    expect(record.fields).not.toHaveProperty('Code__c');
  });

  test('should be offered only what the user may do', async () => {
    const id = await create('Order__c', { Name: 'One' });
    const names = (body: unknown, key: string): unknown =>
      (body as { actions: Record<string, { actions: { apiName: string }[] }> }).actions[
        key
      ]?.actions.map(({ apiName }) => apiName);

    expect(names(await get(`/actions/record/${id}`), id)).toEqual(['Edit', 'Delete', 'Clone']);
    expect(names(await get(`/actions/record/${id}`, clerk), id)).toEqual(['Edit', 'Clone']);
    expect(names(await get('/actions/object/Order__c'), 'Order__c')).toEqual(['New']);
  });

  test('should get picklist values', async () => {
    const path = '/object-info/Order__c/picklist-values/012000000000000AAA';

    expect(await get(`${path}/State__c`)).toMatchObject({
      defaultValue: { value: 'Open' },
      values: [{ value: 'Open' }, { value: 'Shut' }]
    });
    expect(await get(path)).toMatchObject({ picklistFieldValues: { State__c: {} } });
  });
});

describe('objects', () => {
  test('should be listed and described as far as the user may see them', async () => {
    const { objects } = (await get('/object-info', clerk)) as { objects: Record<string, unknown> };

    expect(objects).toHaveProperty('Order__c');
    expect(objects).not.toHaveProperty('Account');
    expect(await get('/object-info/batch/Order__c,Account', clerk)).toMatchObject({
      results: [{ statusCode: 200, result: { apiName: 'Order__c' } }, { statusCode: 404 }]
    });
    expect(await get('/object-info/Order__c', clerk)).not.toHaveProperty('fields.Secret__c');
  });
});

describe('lists', () => {
  async function orders(): Promise<string> {
    const account = await create('Account', { Name: 'Acme' });
    await create('Order__c', { Name: 'Small', Amount__c: 1 });
    await create('Order__c', { Name: 'Large', Amount__c: 20, Account__c: account });
    await create('Order__c', { Name: 'Huge', Amount__c: 200, Account__c: account });
    return account;
  }

  test('should bring columns and records together, page by page', async () => {
    await orders();

    const first = await get('/list-ui/Order__c/Big?pageSize=1&sortBy=Name');
    const second = await get('/list-ui/Order__c/Big?pageSize=1&sortBy=Name&pageToken=1');

    expect(await get('/list-ui/Order__c')).toMatchObject({ lists: [{ apiName: 'Big' }] });
    expect(first).toMatchObject({
      info: {
        displayColumns: [
          { fieldApiName: 'Name' },
          { fieldApiName: 'Amount__c' },
          { fieldApiName: 'Account__r.Name' }
        ]
      },
      records: { count: 1, nextPageToken: '1', records: [{ fields: { Name: { value: 'Huge' } } }] }
    });
    expect(second).toMatchObject({
      records: { nextPageToken: null, records: [{ fields: { Name: { value: 'Large' } } }] }
    });
  });

  test('should be there for the REST API too', async () => {
    await orders();
    const path = '/sobjects/Order__c/listviews';

    const all = (await http.call('GET', path)).body as { listviews: { id: string }[] };
    const id = all.listviews[0]?.id ?? '';
    const description = await http.call('GET', `${path}/${id}/describe`);
    const results = await http.call('GET', `${path}/${id}/results?limit=1`);

    expect(all).toMatchObject({
      size: 1,
      listviews: [{ developerName: 'Big', label: 'Big orders' }]
    });
    expect(description.body).toMatchObject({
      query:
        'SELECT Id, Name, Amount__c, Account__r.Name FROM Order__c WHERE ((Amount__c > 10)) ORDER BY Id'
    });
    expect(results.body).toMatchObject({
      done: false,
      size: 1,
      records: [
        {
          columns: [{ fieldNameOrPath: 'Id' }, { value: 'Large' }, { value: 20 }, { value: 'Acme' }]
        }
      ]
    });
    expect((await http.call('GET', `${path}/Nope/results`)).status).toBe(404);
  });

  test('should show what belongs to a record', async () => {
    const account = await orders();

    expect(await get('/related-list-info/Account')).toMatchObject({
      relatedLists: expect.arrayContaining([
        expect.objectContaining({ relatedListId: 'Orders__r', label: 'Orders' })
      ]) as unknown
    });
    expect(await get('/related-list-info/Account/Orders__r')).toMatchObject({
      fieldApiName: 'Account__c',
      displayColumns: [{ fieldApiName: 'Name' }, {}, {}]
    });
    expect(await get(`/related-list-count/${account}/Orders__r`)).toMatchObject({
      count: 2,
      hasMore: false
    });
    expect(
      await get(`/related-list-records/${account}/Orders__r?fields=Order__c.Name&pageSize=1`)
    ).toMatchObject({
      count: 1,
      nextPageToken: '1'
    });
    const posted = await http.call('POST', `/ui-api/related-list-records/${account}/Orders__r`, {
      body: { fields: ['Order__c.Name'] }
    });
    expect(posted.body).toMatchObject({ count: 2, records: [{ fields: { Name: {} } }, {}] });
  });
});
