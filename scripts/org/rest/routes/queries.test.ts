import { anHttpOrg, clerk, data } from '../testing/httpOrg.ts';
import type { HttpAnswer, HttpOrg } from '../testing/httpOrg.ts';

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg();
  const records = Array.from({ length: 200 }, (_, at) => ({
    attributes: { type: 'Order__c' },
    Name: `Order ${String(at)}`,
    Code__c: `c${String(at)}`
  }));
  for (const batch of ['a', 'b']) {
    await http.call('POST', '/composite/sobjects', {
      body: { records: records.map((each) => ({ ...each, Code__c: batch + each.Code__c })) }
    });
  }
});

afterAll(() => http.close());

function query(soql: string, more: Parameters<HttpOrg['call']>[2] = {}): Promise<HttpAnswer> {
  return http.call('GET', `/query?q=${encodeURIComponent(soql)}`, more);
}

interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly { readonly attributes: object; readonly Name?: string }[];
}

describe('query', () => {
  test('should hand out pages as long as the client asks for, to nobody else', async () => {
    const headers = { 'sforce-query-options': 'batchSize=200' };

    const first = (await query('SELECT Name FROM Order__c', { headers })).body as Page;
    const url = first.nextRecordsUrl ?? '';
    const second = (await http.call('GET', url)).body as Page;

    expect([first.records.length, first.done, first.totalSize]).toEqual([200, false, 400]);
    expect(url).toMatch(/^\/services\/data\/v66\.0\/query\/01g.+-200$/);
    expect([second.records.length, second.done]).toEqual([200, true]);
    expect((await http.call('GET', url, { as: clerk })).body).toMatchObject([
      { errorCode: 'INVALID_QUERY_LOCATOR' }
    ]);
  });

  test('should say where a record is, whatever is selected', async () => {
    const { records } = (await query('SELECT Name FROM Order__c LIMIT 1')).body as Page;

    expect(records[0]?.attributes).toEqual({
      type: 'Order__c',
      url: expect.stringMatching(/^\/services\/data\/v66\.0\/sobjects\/Order__c\/\w{18}$/) as string
    });
    expect((await query('SELECT COUNT(Id) n FROM Order__c')).body).toMatchObject({
      records: [{ attributes: { type: 'AggregateResult' }, n: 400 }]
    });
  });

  test('should count', async () => {
    expect((await query('SELECT COUNT() FROM Order__c')).body).toEqual({
      totalSize: 400,
      done: true,
      records: []
    });
  });

  test('should show deleted records to queryAll only', async () => {
    const soql = encodeURIComponent("SELECT Id, IsDeleted FROM Order__c WHERE Code__c = 'gone'");
    await http.call('PATCH', '/sobjects/Order__c/Code__c/gone', { body: { Name: 'Gone' } });
    await http.call('DELETE', '/sobjects/Order__c/Code__c/gone');

    expect((await http.call('GET', `/query?q=${soql}`)).body).toMatchObject({ totalSize: 0 });
    expect((await http.call('GET', `/queryAll?q=${soql}`)).body).toMatchObject({
      totalSize: 1,
      records: [{ IsDeleted: true }]
    });
  });

  test('should explain how records are found', async () => {
    const explain = (soql: string): Promise<HttpAnswer> =>
      http.call('GET', `/query?explain=${encodeURIComponent(soql)}`);

    expect((await explain("SELECT Id FROM Order__c WHERE Code__c = 'ac1'")).body).toMatchObject({
      plans: [{ leadingOperationType: 'Index', sobjectType: 'Order__c' }]
    });
    expect((await explain("SELECT Id FROM Order__c WHERE Note__c = 'x'")).body).toMatchObject({
      plans: [{ leadingOperationType: 'TableScan' }]
    });
  });

  test('should act with the rights of the user', async () => {
    expect((await query('SELECT Secret__c FROM Order__c', { as: clerk })).body).toMatchObject([
      { errorCode: 'INVALID_FIELD' }
    ]);
    expect((await query('SELECT Id FROM Account', { as: clerk })).body).toMatchObject([
      { errorCode: 'INVALID_TYPE' }
    ]);
  });

  test('should take options of the call that change nothing here', async () => {
    const headers = { 'sforce-call-options': 'client=SampleClient, defaultNamespace=battle' };

    expect((await query('SELECT Id FROM Order__c LIMIT 1', { headers })).status).toBe(200);
  });
});

describe('search', () => {
  test('should find records by words', async () => {
    await http.call('PATCH', '/sobjects/Order__c/Code__c/findme', {
      body: { Name: 'Unmistakable' }
    });
    const sosl = encodeURIComponent(
      'FIND {Unmistakable} IN NAME FIELDS RETURNING Order__c(Id, Name)'
    );

    const found = await http.call('GET', `/search?q=${sosl}`);
    const simple = await http.call('GET', '/parameterizedSearch?q=Unmistakable&sobject=Order__c');
    const posted = await http.call('POST', '/parameterizedSearch', {
      body: { q: 'Unmistakable', sobjects: [{ name: 'Order__c', fields: ['Name'] }] }
    });

    for (const { body } of [found, simple, posted]) {
      expect(body).toMatchObject({ searchRecords: [{ attributes: { type: 'Order__c' } }] });
    }
    expect(posted.body).toMatchObject({ searchRecords: [{ Name: 'Unmistakable' }] });
  });
});

describe('collections', () => {
  const order = (fields: object): object => ({ attributes: { type: 'Order__c' }, ...fields });

  test('should save what can be saved, in order', async () => {
    const { status, body } = await http.call('PATCH', '/composite/sobjects/Order__c/Code__c', {
      body: {
        records: [
          order({ Code__c: 'ac1', Name: 'Changed' }),
          order({ Code__c: 'worse', Name: 'bad' }),
          order({ Code__c: 'new', Name: 'New' })
        ]
      }
    });

    expect([status, body]).toMatchObject([
      200,
      [
        { success: true, created: false },
        { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
        { success: true, created: true }
      ]
    ]);
  });

  test('should keep nothing where all or none is wanted', async () => {
    const { body } = await http.call('POST', '/composite/sobjects', {
      body: {
        allOrNone: true,
        records: [order({ Code__c: 'none', Name: 'One' }), order({ Name: 'bad' })]
      }
    });

    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false }
    ]);
    expect(await http.column("SELECT Id FROM Order__c WHERE Code__c = 'none'")).toEqual([]);
  });

  test('should hand out records in the order of their ids, null for what is not there', async () => {
    const ids = await http.column(
      "SELECT Id FROM Order__c WHERE Code__c IN ('ac2', 'ac3') ORDER BY Name DESC"
    );
    const all = [ids[0], 'a00000000000009AAA', ids[1]];

    const posted = await http.call('POST', '/composite/sobjects/Order__c', {
      body: { ids: all, fields: ['Name'] }
    });
    const got = await http.call(
      'GET',
      `/composite/sobjects/Order__c?ids=${all.join(',')}&fields=Name`
    );

    expect(posted.body).toMatchObject([{ Name: 'Order 3' }, null, { Name: 'Order 2' }]);
    expect(got.body).toEqual(posted.body);
  });

  test('should say for each record that the user may not touch its object, and save the others', async () => {
    const { body } = await http.call('POST', '/composite/sobjects', {
      as: clerk,
      body: {
        records: [
          { attributes: { type: 'Account' }, Name: 'No' },
          order({ Name: 'Yes', Code__c: 'yes' })
        ]
      }
    });

    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }] },
      { success: true }
    ]);
  });
});

test('should name what an API version offers', async () => {
  expect((await http.call('GET', '/services/data')).body).toContainEqual({
    label: 'API 66.0',
    url: data,
    version: '66.0'
  });
  const { body } = await http.call('GET', `${data}/`);
  expect(body).toMatchObject({
    query: `${data}/query`,
    jobs: `${data}/jobs`,
    'ui-api': `${data}/ui-api`
  });
});
