import { anHttpOrg, clerk, data } from '../testing/httpOrg.ts';
import type { HttpAnswer, HttpOrg } from '../testing/httpOrg.ts';

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg();
});

afterAll(() => http.close());
afterEach(() => http.clear());

const base = '/actions/custom/apex/OrderAction';

function run(path: string, ...inputs: object[]): Promise<HttpAnswer> {
  return http.call('POST', path, { body: { inputs } });
}

describe('Apex actions', () => {
  test('should list the actions of the project', async () => {
    expect((await http.call('GET', '/actions')).body).toEqual({
      standard: `${data}/actions/standard`,
      custom: `${data}/actions/custom`
    });
    expect((await http.call('GET', '/actions/custom')).body).toEqual({
      apex: `${data}/actions/custom/apex`,
      flow: `${data}/actions/custom/flow`
    });
    expect((await http.call('GET', '/actions/custom/apex')).body).toEqual({
      actions: [{ label: 'Place Order', name: 'OrderAction', type: 'APEX', url: `${data}${base}` }]
    });
  });

  test('should describe what goes in and what comes out', async () => {
    const { body } = await http.call('GET', '/actions/custom/apex/orderaction');

    expect(body).toMatchObject({
      name: 'OrderAction',
      label: 'Place Order',
      description: 'Places an order',
      type: 'APEX',
      standard: false,
      inputs: [
        {
          name: 'name',
          label: 'Name',
          type: 'STRING',
          required: true,
          maxOccurs: 1,
          description: 'What to call it'
        },
        { name: 'amount', type: 'NUMBER', required: false },
        { name: 'notes', type: 'STRING', maxOccurs: 2000 },
        { name: 'customer', type: 'SOBJECT', sobjectType: 'Account' }
      ],
      outputs: [
        { name: 'orderId', type: 'ID' },
        { name: 'text', type: 'STRING' }
      ]
    });
  });

  test('should answer one result for each input', async () => {
    const customer = { attributes: { type: 'Account' }, Name: 'Acme' };

    const { status, body } = await run(
      base,
      { name: 'One', amount: 2.5, customer },
      { Name: 'Two' }
    );

    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        actionName: 'OrderAction',
        errors: null,
        isSuccess: true,
        outputValues: { text: 'Placed One' }
      },
      { isSuccess: true, outputValues: { text: 'Placed Two' } }
    ]);
    expect(await http.column('SELECT Amount__c FROM Order__c ORDER BY Name')).toEqual([2.5, null]);
  });

  test('should answer an exception for each input, and save nothing', async () => {
    const { status, body } = await run(base, { name: 'One' }, { name: 'refuse' });

    const failed = {
      actionName: 'OrderAction',
      isSuccess: false,
      outputValues: null,
      errors: [{ message: 'An Apex error occurred: OrderException: No more orders.' }]
    };
    expect([status, body]).toMatchObject([400, [failed, failed]]);
    expect(await http.column('SELECT Id FROM Order__c')).toEqual([]);
  });

  test('should ask for what is needed and missing', async () => {
    const { status, body } = await run(base, { name: 'One' }, { amount: 1 });

    expect([status, body]).toMatchObject([
      400,
      [
        { isSuccess: false, errors: null },
        {
          isSuccess: false,
          errors: [
            { statusCode: 'INVALID_API_INPUT', message: 'Missing required input parameter: name' }
          ]
        }
      ]
    ]);
    expect(await http.column('SELECT Id FROM Order__c')).toEqual([]);
  });

  test.each([[undefined], [[]], [{ inputs: 'x' }], [{ inputs: ['x'] }]])(
    'should refuse the body %j',
    async (body) => {
      const answer = await http.call('POST', base, body === undefined ? {} : { body });

      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
    }
  );

  test('should neither show nor run an action of a class that the user may not use', async () => {
    const list = await http.call('GET', '/actions/custom/apex', { as: clerk });
    const answer = await http.call('POST', base, { as: clerk, body: { inputs: [{ name: 'x' }] } });

    expect(list.body).toEqual({ actions: [] });
    expect(answer.status).toBe(404);
  });
});

describe('flows', () => {
  test('should list, describe and run an autolaunched flow', async () => {
    const path = '/actions/custom/flow/Greet';

    const list = await http.call('GET', '/actions/custom/flow');
    const description = await http.call('GET', path);
    const answer = await run(path, { name: 'Ada' }, { name: 'Bob' });

    expect(list.body).toMatchObject({ actions: [{ name: 'Greet', type: 'FLOW' }] });
    expect(description.body).toMatchObject({
      label: 'Greet',
      inputs: [{ name: 'name', type: 'STRING' }],
      outputs: [{ name: 'greeting' }]
    });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      [
        { actionName: 'Greet', isSuccess: true, outputValues: { greeting: 'Hello Ada' } },
        { outputValues: { greeting: 'Hello Bob' } }
      ]
    ]);
  });

  test('should know no flow of another name', async () => {
    expect((await run('/actions/custom/flow/Nope', {})).status).toBe(404);
  });
});

describe('standard actions', () => {
  test('should keep an e-mail that is sent', async () => {
    const { status, body } = await run('/actions/standard/emailSimple', {
      emailAddresses: 'ada@example.com, bob@example.com',
      emailSubject: 'Note',
      emailBody: 'Message of the day.'
    });

    expect([status, body]).toMatchObject([200, [{ actionName: 'emailSimple', isSuccess: true }]]);
    const kept = JSON.stringify(http.org.messages().at(-1));
    expect(kept).toContain('bob@example.com');
    expect(kept).toContain('Message of the day.');
  });

  test('should keep a notification', async () => {
    const { status } = await run('/actions/standard/customNotificationAction', {
      customNotifTypeId: '0ML000000000001AAA',
      recipientIds: [clerk],
      title: 'Look',
      body: 'There'
    });

    expect(status).toBe(200);
    expect(JSON.stringify(http.org.messages().at(-1))).toContain(clerk);
  });

  test('should list and describe what there is', async () => {
    const list = await http.call('GET', '/actions/standard');
    const description = await http.call('GET', '/actions/standard/emailsimple');

    expect(list.body).toMatchObject({
      actions: [
        { name: 'emailSimple', type: 'EMAILSIMPLE', url: `${data}/actions/standard/emailSimple` },
        { name: 'customNotificationAction' }
      ]
    });
    expect(description.body).toMatchObject({ standard: true, name: 'emailSimple' });
  });

  test('should ask for a subject', async () => {
    const input = { emailAddresses: 'ada@example.com', emailBody: 'x' };

    expect(await run('/actions/standard/emailSimple', input)).toMatchObject({
      status: 400,
      body: [{ errors: [{ message: 'Missing required input parameter: emailSubject' }] }]
    });
  });

  test('should say what it cannot do', async () => {
    expect(await run('/actions/standard/chatterPost', { text: 'x' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED' }]
    });
    expect((await run('/actions/standard/nothing', {})).status).toBe(404);
  });
});

describe('Apex REST', () => {
  const path = '/services/apexrest/orders/';

  test('should call the method of a verb, with parameters of the body', async () => {
    const { status, body } = await http.call('POST', path, { body: { name: 'One', amount: 3 } });

    expect([status, body]).toEqual([201, expect.stringMatching(/^a\w{17}$/)]);
    expect(await http.column('SELECT Amount__c FROM Order__c')).toEqual([3]);
  });

  test('should hand the path over and raw bodies through', async () => {
    const read = await http.call('GET', `${path}a%20b/7?x=1`);
    const raw = await http.call('PUT', path, {
      body: '<a/>',
      headers: { 'content-type': 'application/xml' }
    });

    expect(read.body).toBe('/orders/a b/7');
    expect([raw.body, raw.headers['content-type']]).toEqual(['<a/>', 'text/plain']);
  });

  test('should answer an exception with 500, and keep nothing', async () => {
    const { status, body } = await http.call('DELETE', path);

    expect([status, body]).toMatchObject([
      500,
      [
        {
          errorCode: 'APEX_ERROR',
          message: expect.stringContaining('OrderException: Boom') as string
        }
      ]
    ]);
    expect(await http.column('SELECT Id FROM Order__c')).toEqual([]);
  });

  test.each([
    ['GET', '/services/apexrest/nothing', 404, 'NOT_FOUND'],
    ['PATCH', path, 405, 'METHOD_NOT_ALLOWED']
  ] as const)('should answer %s %s with %d', async (method, url, status, errorCode) => {
    expect(await http.call(method, url)).toMatchObject({ status, body: [{ errorCode }] });
  });

  test('should refuse JSON that is none', async () => {
    const answer = await http.call('POST', path, {
      body: '{"name": ',
      headers: { 'content-type': 'application/json' }
    });

    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
  });

  test('should not let a user run a class without access to it', async () => {
    expect((await http.call('GET', path, { as: clerk })).status).toBe(403);
  });
});
