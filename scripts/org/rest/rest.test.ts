import { sessionTimeoutMilliseconds } from '../auth/index.ts';
import { aFakeOrg, aRecord, found, refused, saved } from './testing/fakeOrg.ts';

const data = '/services/data/v66.0';
const accountId = '001000000000001AAA';

describe('REST API', () => {
  describe('sessions', () => {
    test('should refuse a request without a session', async () => {
      const { app } = aFakeOrg();

      const response = await app.inject({ url: `${data}/limits`, headers: { host: 'localhost' } });

      expect(response.statusCode).toBe(401);
      expect(response.json()).toEqual([
        { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }
      ]);
    });

    test('should end a session that was idle too long', async () => {
      const org = aFakeOrg();

      org.clock.advance(sessionTimeoutMilliseconds + 1);

      expect((await org.call('GET', `${data}/limits`)).status).toBe(401);
    });

    test('should not take a cookie without the header that only own pages send', async () => {
      const { app, token } = aFakeOrg();
      const cookie = `sid=${encodeURIComponent(token)}`;
      const send = (headers: Record<string, string>): Promise<{ statusCode: number }> =>
        app.inject({ url: `${data}/limits`, headers: { host: 'localhost', cookie, ...headers } });

      expect((await send({})).statusCode).toBe(401);
      expect((await send({ 'x-local-org': '1' })).statusCode).toBe(200);
    });

    test('should answer on this machine only', async () => {
      const { app } = aFakeOrg();

      const response = await app.inject({
        url: '/services/data',
        headers: { host: 'evil.example' }
      });

      expect(response.statusCode).toBe(403);
    });
  });

  describe('paths', () => {
    test('should take doubled slashes for one', async () => {
      const { call } = aFakeOrg();

      expect((await call('GET', `/${data}/limits`)).status).toBe(200);
    });

    test('should answer an unknown path in the words that clients match', async () => {
      const { call } = aFakeOrg();

      expect(await call('GET', `${data}/nothing`)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]
      });
    });
  });

  describe('query', () => {
    test('should answer records with their attributes and nested parents', async () => {
      const { call, answers, queries } = aFakeOrg();
      const owner = aRecord('User', { Name: 'Ada' });
      answers.push(found(aRecord('Account', { Id: accountId, Name: 'Acme', Owner: owner })));

      const { body } = await call('GET', `${data}/query?q=SELECT+Id,Name,Owner.Name+FROM+Account`);

      expect(queries[0]).toMatchObject({ soql: 'SELECT Id,Name,Owner.Name FROM Account' });
      expect(body).toEqual({
        totalSize: 1,
        done: true,
        records: [
          {
            attributes: { type: 'Account', url: `${data}/sobjects/Account/${accountId}` },
            Id: accountId,
            Name: 'Acme',
            Owner: { attributes: { type: 'User' }, Name: 'Ada' }
          }
        ]
      });
    });

    test('should write instants with a numeric offset', async () => {
      const { call, answers } = aFakeOrg();
      answers.push(found(aRecord('Account', { CreatedDate: '2026-01-02T03:04:05.000Z' })));

      const { body } = await call('GET', `${data}/query?q=SELECT+CreatedDate+FROM+Account`);

      expect(body).toMatchObject({ records: [{ CreatedDate: '2026-01-02T03:04:05.000+0000' }] });
    });

    test('should hand out a long result page by page', async () => {
      const { call, answers } = aFakeOrg();
      const records = Array.from({ length: 2500 }, (_, index) =>
        aRecord('Account', { Name: `${index}` })
      );
      answers.push(found(...records));

      const first = (await call('GET', `${data}/query?q=SELECT+Name+FROM+Account`)).body as Page;
      const second = (await call('GET', first.nextRecordsUrl)).body as Page;

      expect(first).toMatchObject({ totalSize: 2500, done: false });
      expect(second).toMatchObject({ totalSize: 2500, done: true });
      expect([...first.records, ...second.records].map(({ Name }) => Name)).toEqual(
        records.map((_, index) => `${index}`)
      );
    });

    test('should describe the columns of a query when the CLI asks for them', async () => {
      const { call, answers } = aFakeOrg();
      const columns = ['Id', 'Owner.Name'].map((name) => ({
        name,
        type: 'string',
        aggregate: false
      }));
      answers.push({ ...found(aRecord('Account', { Id: accountId })), columns });

      const { body } = await call(
        'GET',
        `${data}/query?q=SELECT+Id,Owner.Name+FROM+Account&columns=true`
      );

      expect(body).toMatchObject({
        entityName: 'Account',
        keyPrefix: '001',
        idSelected: true,
        columnMetadata: [
          { columnName: 'Id', joinColumns: [] },
          { columnName: 'Owner', joinColumns: [{ columnName: 'Name', joinColumns: [] }] }
        ]
      });
    });

    test('should refuse a locator of nobody', async () => {
      const { call } = aFakeOrg();

      expect(await call('GET', `${data}/query/01gxxx-2000`)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }]
      });
    });

    test('should refuse an empty query', async () => {
      const { call } = aFakeOrg();

      expect(await call('GET', `${data}/query`)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'MALFORMED_QUERY' }]
      });
    });
  });

  describe('records', () => {
    test('should create a record and say where it is', async () => {
      const { call, saves, saveResults } = aFakeOrg();
      saveResults.push([saved(accountId)]);

      const answer = await call('POST', `${data}/sobjects/account`, { name: 'Acme' });

      expect(saves[0]).toMatchObject({
        operation: 'insert',
        accessLevel: 'user',
        sharing: true,
        records: [{ object: 'Account', values: { Name: 'Acme' } }]
      });
      expect(answer).toMatchObject({
        status: 201,
        body: { id: accountId, success: true, errors: [] },
        headers: { location: `${data}/sobjects/Account/${accountId}` }
      });
    });

    test('should answer a refused record with code, message and fields', async () => {
      const { call, saveResults } = aFakeOrg();
      const message = 'Required fields are missing: [Name]';
      saveResults.push([refused('REQUIRED_FIELD_MISSING', message, 'Name')]);

      expect(await call('POST', `${data}/sobjects/Account`, {})).toMatchObject({
        status: 400,
        body: [{ errorCode: 'REQUIRED_FIELD_MISSING', message, fields: ['Name'] }]
      });
    });

    test('should name a column that the object does not have', async () => {
      const { call } = aFakeOrg();

      expect(await call('POST', `${data}/sobjects/Account`, { Nmae: 'Acme' })).toMatchObject({
        status: 400,
        body: [
          {
            errorCode: 'INVALID_FIELD',
            message: "No such column 'Nmae' on sobject of type Account"
          }
        ]
      });
    });

    test('should say whether an upsert created the record', async () => {
      const { call, saves, saveResults } = aFakeOrg();
      saveResults.push([saved(accountId, true)], [saved(accountId, false)]);
      const path = `${data}/sobjects/Account/Id/${accountId}`;

      const answers = [
        await call('PATCH', path, { Name: 'Acme' }),
        await call('PATCH', path, { Name: 'Acme' })
      ];

      expect(answers.map(({ status }) => status)).toEqual([201, 200]);
      expect(saves[0]).toMatchObject({ operation: 'upsert', externalIdField: 'Id' });
    });

    test('should refuse an upsert by a field that is no external id', async () => {
      const { call } = aFakeOrg();

      expect((await call('PATCH', `${data}/sobjects/Account/Website/x`, {})).status).toBe(404);
    });

    test('should refuse a body that is no JSON', async () => {
      const { app, token } = aFakeOrg();
      const headers = { host: 'localhost', 'content-type': 'application/json' };

      const response = await app.inject({
        method: 'POST',
        url: `${data}/sobjects/Account`,
        headers: { ...headers, authorization: `Bearer ${token}` },
        payload: '{"Name": '
      });

      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
    });
  });

  describe('collections', () => {
    const account = (name: string): unknown => ({ attributes: { type: 'Account' }, Name: name });

    test('should answer 200 with one result for each record, in order', async () => {
      const { call, saveResults } = aFakeOrg();
      const message = 'Required fields are missing: [Name]';
      saveResults.push([saved(accountId), refused('REQUIRED_FIELD_MISSING', message, 'Name')]);

      const answer = await call('POST', `${data}/composite/sobjects`, {
        records: [account('Acme'), { attributes: { type: 'Account' } }]
      });

      expect(answer).toMatchObject({
        status: 200,
        body: [
          { id: accountId, success: true, errors: [] },
          { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message }] }
        ]
      });
    });

    test('should refuse more than 200 records', async () => {
      const { call, saves } = aFakeOrg();
      const records = Array.from({ length: 201 }, () => account('Acme'));

      const answer = await call('POST', `${data}/composite/sobjects`, { records });

      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'EXCEEDED_ID_LIMIT' }] });
      expect(saves).toEqual([]);
    });
  });

  describe('describe', () => {
    test('should leave out fields that the user may not read', async () => {
      const { call, denied } = aFakeOrg();
      denied.add('Account.Website');

      const { body } = await call('GET', `${data}/sobjects/Account/describe`);

      const names = (body as { fields: { name: string }[] }).fields.map(({ name }) => name);
      expect(names).toContain('Name');
      expect(names).not.toContain('Website');
    });

    test('should hide an object that the user may not read', async () => {
      const { call, denied } = aFakeOrg();
      denied.add('Account');

      expect((await call('GET', `${data}/sobjects/Account/describe`)).status).toBe(404);
    });
  });
});

interface Page {
  readonly nextRecordsUrl: string;
  readonly records: { readonly Name: string }[];
}
