import { aFakeOrg, aRecord, found, refused, saved } from '../rest/testing/fakeOrg.ts';
import type { FakeOrg } from '../rest/testing/fakeOrg.ts';

const jobs = '/services/data/v66.0/jobs';
const accountId = '001000000000001AAA';

async function anIngestJob(org: FakeOrg, body: Record<string, unknown> = {}): Promise<string> {
  const { body: job } = await org.call('POST', `${jobs}/ingest`, {
    object: 'Account',
    operation: 'insert',
    ...body
  });
  return (job as { id: string }).id;
}

async function uploadAndClose(org: FakeOrg, id: string, csv: string): Promise<void> {
  await org.send('PUT', `${jobs}/ingest/${id}/batches`, { text: csv, type: 'text/csv' });
  await org.call('PATCH', `${jobs}/ingest/${id}`, { state: 'UploadComplete' });
}

describe('Bulk API 2.0', () => {
  describe('ingest', () => {
    test('should save the rows and hand out what was saved and what failed', async () => {
      const org = aFakeOrg();
      const message = 'Required fields are missing: [Name]';
      org.saveResults.push([saved(accountId), refused('REQUIRED_FIELD_MISSING', message, 'Name')]);
      const id = await anIngestJob(org);

      await uploadAndClose(org, id, 'Name,Website\nAcme,acme.example\n,no-name.example\n');

      const job = await org.call('GET', `${jobs}/ingest/${id}`);
      expect(job.body).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: 2,
        numberRecordsFailed: 1
      });
      expect((await org.send('GET', `${jobs}/ingest/${id}/successfulResults`)).text).toBe(
        `"sf__Id","sf__Created","Name","Website"\n"${accountId}","true","Acme","acme.example"\n`
      );
      expect((await org.send('GET', `${jobs}/ingest/${id}/failedResults`)).text).toContain(
        `"REQUIRED_FIELD_MISSING:${message}:Name --","","no-name.example"`
      );
    });

    test('should leave empty cells alone, empty a field by #N/A, and find parents by key', async () => {
      const org = aFakeOrg();
      org.saveResults.push([saved(accountId)]);
      const id = await anIngestJob(org, { operation: 'upsert', externalIdFieldName: 'Id' });

      await uploadAndClose(org, id, `Id,Name,Website,Parent.Id\n${accountId},,#N/A,${accountId}\n`);

      expect(org.saves[0]).toMatchObject({
        operation: 'upsert',
        externalIdField: 'Id',
        allOrNone: false,
        records: [
          {
            object: 'Account',
            values: { Id: accountId, Website: null, Parent: { values: { Id: accountId } } }
          }
        ]
      });
      expect(org.saves[0]?.records[0]?.values).not.toHaveProperty('Name');
    });

    test('should save 200 rows a transaction', async () => {
      const org = aFakeOrg();
      const rows = Array.from({ length: 401 }, (_, index) => `Account ${index}`);
      for (const size of [200, 200, 1]) {
        org.saveResults.push(Array.from({ length: size }, () => saved(accountId)));
      }
      const id = await anIngestJob(org);

      await uploadAndClose(org, id, ['Name', ...rows].join('\n'));

      expect(org.saves.map(({ records }) => records.length)).toEqual([200, 200, 1]);
    });

    test('should fail the whole job for a table that cannot be read, and save nothing', async () => {
      const org = aFakeOrg();
      const id = await anIngestJob(org);

      await uploadAndClose(org, id, 'Name,Website\n"Acme');

      expect((await org.call('GET', `${jobs}/ingest/${id}`)).body).toMatchObject({
        state: 'Failed',
        errorMessage: expect.stringMatching(/Quote/i)
      });
      expect(org.saves).toEqual([]);
    });

    test('should fail the whole job for a column that the object does not have', async () => {
      const org = aFakeOrg();
      const id = await anIngestJob(org);

      await uploadAndClose(org, id, 'Nmae\nAcme');

      expect((await org.call('GET', `${jobs}/ingest/${id}`)).body).toMatchObject({
        state: 'Failed',
        errorMessage: expect.stringContaining('Field name not found : Nmae')
      });
    });

    test.each([
      [{ operation: 'explode' }, 'operation'],
      [{ operation: 'upsert' }, 'externalIdFieldName'],
      [{ columnDelimiter: 'SLASH' }, 'columnDelimiter'],
      [{ lineEnding: 'CR' }, 'lineEnding']
    ])('should refuse a job with %j', async (body, named) => {
      const { call } = aFakeOrg();

      const answer = await call('POST', `${jobs}/ingest`, {
        object: 'Account',
        operation: 'insert',
        ...body
      });

      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOB' }] });
      expect(JSON.stringify(answer.body)).toContain(named);
    });

    test('should not upload into a job that is closed', async () => {
      const org = aFakeOrg();
      const id = await anIngestJob(org);
      await org.call('PATCH', `${jobs}/ingest/${id}`, { state: 'Aborted' });

      const answer = await org.send('PUT', `${jobs}/ingest/${id}/batches`, {
        text: 'Name\nAcme',
        type: 'text/csv'
      });

      expect(answer.status).toBe(400);
    });
  });

  describe('query', () => {
    test('should hand out a result as CSV, page by page', async () => {
      const org = aFakeOrg();
      const owner = aRecord('User', { Name: 'Ada "the" Admin' });
      const records = ['A', 'B', 'C'].map((Name) => aRecord('Account', { Name, Owner: owner }));
      const columns = ['Name', 'Owner.Name'].map((name) => ({
        name,
        type: 'string',
        aggregate: false
      }));
      org.answers.push({ ...found(...records), columns });

      const { body } = await org.call('POST', `${jobs}/query`, {
        operation: 'query',
        query: 'SELECT Name, Owner.Name FROM Account'
      });
      const path = `${jobs}/query/${(body as { id: string }).id}/results`;
      const first = await org.send('GET', `${path}?maxRecords=2`);
      const second = await org.send(
        'GET',
        `${path}?maxRecords=2&locator=${String(first.headers['sforce-locator'])}`
      );

      expect(first.headers).toMatchObject({
        'sforce-locator': expect.stringMatching(/^[\w-]+$/) as string,
        'sforce-numberofrecords': '2'
      });
      expect(second.headers['sforce-locator']).toBe('null');
      expect(second.text).toBe('"Name","Owner.Name"\n"C","Ada ""the"" Admin"\n');
    });
  });
});
