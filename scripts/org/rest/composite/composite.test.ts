import { admin, anHttpOrg, clerk, data } from '../testing/httpOrg.ts';
import type { HttpOrg } from '../testing/httpOrg.ts';

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg();
});

afterAll(() => http.close());
afterEach(() => http.clear());

const order = (Name: string, more: object = {}): object => ({
  attributes: { type: 'Order__c' },
  Name,
  ...more
});
const create = (referenceId: string, Name: string, more: object = {}): object => ({
  method: 'POST',
  url: `${data}/sobjects/Order__c`,
  referenceId,
  body: { Name, ...more }
});
const createMany = (referenceId: string, ...names: string[]): object => ({
  method: 'POST',
  url: `${data}/composite/sobjects`,
  referenceId,
  body: { allOrNone: false, records: names.map((name) => order(name)) }
});

function names(): Promise<unknown[]> {
  return http.column('SELECT Name FROM Order__c ORDER BY Name');
}

interface Composite {
  readonly compositeResponse: readonly {
    readonly body: unknown;
    readonly httpStatusCode: number;
    readonly httpHeaders: Readonly<Record<string, string>>;
  }[];
}

async function composite(
  compositeRequest: readonly object[],
  allOrNone = true
): Promise<Composite['compositeResponse']> {
  const { status, body } = await http.call('POST', '/composite', {
    body: { allOrNone, compositeRequest }
  });
  expect(status).toBe(200);
  return (body as Composite).compositeResponse;
}

const halted = [
  {
    errorCode: 'PROCESSING_HALTED',
    message:
      'The transaction was rolled back since another operation in the same transaction failed.'
  }
];

describe('composite', () => {
  test('should hand results of one request to the next', async () => {
    const answers = await composite([
      create('first', 'One'),
      create('second', 'Two', { Parent__c: '@{first.id}' }),
      {
        method: 'GET',
        url: `${data}/sobjects/Order__c/@{second.id}?fields=Parent__r.Name`,
        referenceId: 'read'
      }
    ]);

    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200]);
    expect(answers[0]?.httpHeaders['Location']).toMatch(/\/sobjects\/Order__c\/a\w+$/);
    expect(answers[2]?.body).toMatchObject({ Parent__r: { Name: 'One' } });
  });

  test('should keep nothing where all or none is wanted and one request fails', async () => {
    const answers = await composite([create('a', 'One'), create('b', 'bad'), create('c', 'Three')]);

    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 400]);
    expect(answers[0]?.body).toEqual(halted);
    expect(answers[1]?.body).toMatchObject([{ message: 'Not like this.', fields: ['Name'] }]);
    expect(answers[2]?.body).toEqual(halted);
    expect(await names()).toEqual([]);
  });

  test('should keep nothing where a record of a collection fails, whatever the collection says', async () => {
    const answers = await composite([create('a', 'One'), createMany('b', 'Two', 'bad')]);

    expect(answers[0]).toMatchObject({ httpStatusCode: 400, body: halted });
    expect(answers[1]).toMatchObject({
      httpStatusCode: 200,
      body: [
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, errors: [{ message: 'Not like this.' }] }
      ]
    });
    expect(await names()).toEqual([]);
  });

  test('should let a collection decide for itself where the whole is not all or none', async () => {
    await composite([create('a', 'One'), createMany('b', 'Two', 'bad')], false);

    expect(await names()).toEqual(['One', 'Two']);
  });

  test('should do what does not depend on a failed request', async () => {
    const answers = await composite(
      [create('a', 'bad'), create('b', 'Two', { Parent__c: '@{a.id}' }), create('c', 'Three')],
      false
    );

    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 201]);
    expect(answers[1]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect(await names()).toEqual(['Three']);
  });

  test('should roll back when a trigger throws', async () => {
    const answers = await composite([create('a', 'One'), create('b', 'worse')]);

    expect(answers[1]?.body).toMatchObject([{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }]);
    expect(await names()).toEqual([]);
  });

  test('should find in a query what the same transaction has saved', async () => {
    const answers = await composite([
      create('a', 'One'),
      { method: 'GET', url: `${data}/query?q=SELECT+Name+FROM+Order__c`, referenceId: 'q' }
    ]);

    expect(answers[1]?.body).toMatchObject({ totalSize: 1, records: [{ Name: 'One' }] });
  });

  test('should hand headers to the request that they are for', async () => {
    const [answer] = await composite([
      {
        method: 'GET',
        url: `${data}/sobjects/Account/describe`,
        referenceId: 'd',
        httpHeaders: { 'If-Modified-Since': 'Wed, 24 Nov 2027 10:00:00 GMT' }
      }
    ]);

    expect(answer).toMatchObject({ httpStatusCode: 304, body: null });
  });

  test('should act with the rights of the user', async () => {
    const request = { ...create('a', 'One', { Secret__c: 'x' }) };

    const { body } = await http.call('POST', '/composite', {
      as: clerk,
      body: { allOrNone: true, compositeRequest: [request] }
    });

    expect((body as Composite).compositeResponse[0]?.httpStatusCode).toBe(400);
    expect(await names()).toEqual([]);
  });

  test.each([
    ['no list', { compositeRequest: 'x' }, 'JSON_PARSER_ERROR'],
    ['nothing in the list', { compositeRequest: [] }, 'JSON_PARSER_ERROR'],
    [
      '26 requests',
      { compositeRequest: Array.from({ length: 26 }, (_, at) => create(`r${String(at)}`, 'x')) },
      'LIMIT_EXCEEDED'
    ],
    [
      'one reference id twice',
      { compositeRequest: [create('a', 'x'), create('a', 'y')] },
      'JSON_PARSER_ERROR'
    ]
  ])('should refuse %s', async (_case, body, errorCode) => {
    expect(await http.call('POST', '/composite', { body })).toMatchObject({
      status: 400,
      body: [{ errorCode }]
    });
    expect(await names()).toEqual([]);
  });

  test('should answer a composite inside another, and an address that is none, with an error of its own', async () => {
    const answers = await composite(
      [
        { method: 'POST', url: `${data}/composite`, referenceId: 'a', body: {} },
        { method: 'GET', url: 'http://[', referenceId: 'b' },
        { method: 'GET', url: `${data}/sobjects/%E0%A4%A`, referenceId: 'c' },
        { method: 'GET', url: `${data}/../../etc/passwd`, referenceId: 'd' }
      ],
      false
    );

    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([404, 404, 404, 404]);
  });

  test('should do what cannot be rolled back only where nothing has to be', async () => {
    const action = {
      method: 'POST',
      url: `${data}/actions/custom/apex/OrderAction`,
      referenceId: 'act',
      body: { inputs: [{ name: 'Placed' }] }
    };
    const job = {
      method: 'POST',
      url: `${data}/jobs/query`,
      referenceId: 'job',
      body: { operation: 'query', query: 'SELECT Id FROM Order__c' }
    };

    const atomic = [await composite([action]), await composite([create('a', 'One'), job])];
    const free = await composite([action, job], false);

    for (const answers of atomic) {
      expect(answers.at(-1)?.body).toMatchObject([{ errorCode: 'FUNCTIONALITY_NOT_ENABLED' }]);
    }
    expect(free.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 200]);
    expect(await names()).toEqual(['Placed']);
  });
});

describe('graphs', () => {
  test('should keep one graph and roll another back', async () => {
    const { body } = await http.call('POST', '/composite/graph', {
      body: {
        graphs: [
          {
            graphId: 'good',
            compositeRequest: [create('a', 'One'), create('b', 'Two', { Parent__c: '@{a.id}' })]
          },
          { graphId: 'bad', compositeRequest: [create('a', 'Three'), create('b', 'bad')] }
        ]
      }
    });

    expect(body).toMatchObject({
      graphs: [
        { graphId: 'good', isSuccessful: true },
        {
          graphId: 'bad',
          isSuccessful: false,
          graphResponse: { compositeResponse: [{ body: halted }, {}] }
        }
      ]
    });
    expect(await names()).toEqual(['One', 'Two']);
  });

  test('should refuse more than 500 nodes in all', async () => {
    const nodes = Array.from({ length: 251 }, (_, at) => create(`n${String(at)}`, 'x'));

    const { status } = await http.call('POST', '/composite/graph', {
      body: { graphs: ['a', 'b'].map((graphId) => ({ graphId, compositeRequest: nodes })) }
    });

    expect(status).toBe(400);
    expect(await names()).toEqual([]);
  });
});

describe('batch', () => {
  const post = (Name: string): object => ({
    method: 'POST',
    url: 'v66.0/sobjects/Order__c',
    richInput: { Name }
  });

  test('should answer each request, and go on after a failure', async () => {
    const { body } = await http.call('POST', '/composite/batch', {
      body: {
        batchRequests: [
          post('One'),
          post('bad'),
          { method: 'GET', url: 'v66.0/query?q=SELECT+Name+FROM+Order__c' }
        ]
      }
    });

    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 201, result: { success: true } },
        { statusCode: 400, result: [{ message: 'Not like this.' }] },
        { statusCode: 200, result: { totalSize: 1 } }
      ]
    });
  });

  test('should stop after a failure where that is wanted', async () => {
    const { body } = await http.call('POST', '/composite/batch', {
      body: { haltOnError: true, batchRequests: [post('bad'), post('Two')] }
    });

    expect(body).toMatchObject({
      results: [
        { statusCode: 400 },
        { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }
      ]
    });
    expect(await names()).toEqual([]);
  });
});

describe('tree', () => {
  const node = (referenceId: string, Name: string, more: object = {}): object => ({
    attributes: { type: 'Order__c', referenceId },
    Name,
    ...more
  });

  test('should create records with their children', async () => {
    const { status, body } = await http.call('POST', '/composite/tree/Order__c', {
      body: { records: [node('a', 'One', { Parts__r: { records: [node('b', 'Two')] } })] }
    });

    expect([status, body]).toMatchObject([
      201,
      { hasErrors: false, results: [{ referenceId: 'a' }, { referenceId: 'b' }] }
    ]);
    expect(
      await http.column("SELECT Parent__r.Name FROM Order__c WHERE Name = 'Two'")
    ).toMatchObject([{ object: 'Order__c' }]);
  });

  test('should save nothing when one record fails, and name it', async () => {
    const { status, body } = await http.call('POST', '/composite/tree/Order__c', {
      body: { records: [node('a', 'One'), node('b', 'bad')] }
    });

    expect([status, body]).toMatchObject([
      400,
      { hasErrors: true, results: [{ referenceId: 'b', errors: [{ message: 'Not like this.' }] }] }
    ]);
    expect(await names()).toEqual([]);
  });

  test('should refuse a reference id that comes twice', async () => {
    const { status, body } = await http.call('POST', '/composite/tree/Order__c', {
      body: { records: [node('a', 'One'), node('a', 'Two')] }
    });

    expect([status, body]).toMatchObject([400, { hasErrors: true }]);
  });
});

describe('transactions', () => {
  test('should not let another request in between', async () => {
    const slow = Array.from({ length: 20 }, (_, at) => create(`r${String(at)}`, `T${String(at)}`));
    const other = http.call('PATCH', '/sobjects/Order__c/Code__c/outside', {
      body: { Name: 'Outside' }
    });

    const [answers, outside] = await Promise.all([
      composite([...slow, create('end', 'bad')]),
      other
    ]);

    expect(answers.at(-1)?.httpStatusCode).toBe(400);
    expect(outside.status).toBe(201);
    expect(await names()).toEqual(['Outside']);
  });

  test('should leave the org usable when the work fails in the middle', async () => {
    const work = http.org.transaction(admin, async ({ save }) => {
      await save(admin, {
        operation: 'insert',
        records: [{ object: 'Order__c', values: { Name: 'Half' } }],
        allOrNone: true,
        accessLevel: 'user',
        sharing: true
      });
      throw new Error('broken off');
    });

    await expect(work).rejects.toThrow('broken off');
    expect(await names()).toEqual([]);
    expect((await http.call('POST', '/sobjects/Order__c', { body: { Name: 'Next' } })).status).toBe(
      201
    );
  });
});
