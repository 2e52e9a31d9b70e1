import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let bench: Workbench;
let sample: string;
beforeAll(async () => {
  bench = await workbench();
  sample = bench.sample();
  await bench.sf(sample, 'project', 'deploy', 'start', '--source-dir', 'force-app');
});
afterAll(() => bench.close());

const sf = (...parameters: string[]) => bench.sf(sample, ...parameters);
const query = async (soql: string): Promise<unknown> => {
  const { result } = await sf('data', 'query', '--query', soql);
  return (result as { records: unknown }).records;
};

describe('sf data and sf org', () => {
  test('should import a plan of records that refer to each other', async () => {
    const { exitCode } = await sf('data', 'import', 'tree', '--plan', 'data/plan.json');

    expect(exitCode).toBe(0);
    expect(
      await query('SELECT Name, Price__c, Courier__r.Name FROM Parcel__c ORDER BY Name')
    ).toMatchObject([
      { Name: 'Books', Price__c: 7, Courier__r: { Name: 'Fast Feet' } },
      { Name: 'Shoes', Price__c: 5.5, Courier__r: { Name: 'Sure Hands' } }
    ]);
  });

  test('should create, read, change and delete a record', async () => {
    await sf(
      'data',
      'create',
      'record',
      '--sobject',
      'Courier__c',
      '--values',
      "Name='Old Hand' Courier_Number__c=C-9"
    );
    const where = ['--sobject', 'Courier__c', '--where', 'Courier_Number__c=C-9'];
    await sf('data', 'update', 'record', ...where, '--values', "Name='New Hand'");
    const read = await sf('data', 'get', 'record', ...where);
    const gone = await sf('data', 'delete', 'record', ...where);

    expect(read.result).toMatchObject({ Name: 'New Hand' });
    expect(gone.exitCode).toBe(0);
  });

  test('should upsert in bulk by external id, and say which rows failed', async () => {
    const { result, text } = await sf(
      'data',
      'upsert',
      'bulk',
      '--file',
      'data/parcels.csv',
      '--sobject',
      'Parcel__c',
      '--external-id',
      'Tracking_Number__c',
      '--wait',
      '5'
    );

    expect(text).toContain('Job finished being processed but failed to process 1 records');
    expect(result ?? {}).not.toBeNull();
    expect(
      await query('SELECT Tracking_Number__c, Price__c FROM Parcel__c ORDER BY Tracking_Number__c')
    ).toMatchObject([
      { Tracking_Number__c: 'P-1', Price__c: 7 },
      { Tracking_Number__c: 'P-2', Price__c: 8.5 },
      { Tracking_Number__c: 'P-3', Price__c: 10 }
    ]);
  });

  test('should export as a tree and in bulk', async () => {
    await sf(
      'data',
      'export',
      'tree',
      '--query',
      'SELECT Id, Name FROM Courier__c',
      '--output-dir',
      'out'
    );
    await sf(
      'data',
      'export',
      'bulk',
      '--query',
      'SELECT Name FROM Courier__c ORDER BY Name',
      '--output-file',
      'out.csv',
      '--wait',
      '5'
    );

    expect(readFileSync(join(sample, 'out/Courier__c.json'), 'utf8')).toContain('Fast Feet');
    const rows = readFileSync(join(sample, 'out.csv'), 'utf8').trim().split(/\r?\n/);
    expect(rows.map((row) => row.replaceAll('"', ''))).toEqual(['Name', 'Fast Feet', 'Sure Hands']);
  });

  test('should assign a permission set, open the org, and ask REST', async () => {
    const assigned = await sf('org', 'assign', 'permset', '--name', 'Parcel_User');
    const opened = await sf('org', 'open', '--url-only');
    const rest = ['api', 'request', 'rest', '/services/data/v66.0/limits'];
    const limits = await bench.sf(sample, '--plain', ...rest);

    expect(assigned.exitCode).toBe(0);
    expect(opened.result).toMatchObject({ url: expect.stringContaining('/secur/frontdoor.jsp') });
    expect(limits.text).toContain('DailyApiRequests');
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});
