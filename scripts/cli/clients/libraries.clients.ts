import { mkdirSync, writeFileSync } from 'node:fs';
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

describe('jsforce', () => {
  test('should get what it expects from every API it is asked for', async () => {
    const { instanceUrl, accessToken, username, password } = bench;

    const { standardOutput } = await bench.script(
      'jsforceScript.ts',
      instanceUrl,
      accessToken,
      username,
      password
    );

    expect(JSON.parse(standardOutput)).toMatchObject({
      identity: username,
      describeGlobal: true,
      describe: true,
      create: [{ success: true }, { success: true }, { success: false }],
      upsert: { success: true, created: true },
      query: ['One', 'Two'],
      search: 1,
      malformed: { refused: 'MALFORMED_QUERY' },
      bulk: [999, 1],
      composite: { compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 201 }] },
      metadataList: [{ fullName: 'ParcelTrigger' }],
      metadataRead: [{ fullName: 'Parcel__c.Weight__c', type: 'Number', scale: 2 }],
      metadataDescribe: true,
      tooling: 2,
      anonymous: true,
      login: true,
      wrongPassword: { refused: expect.stringContaining('INVALID_LOGIN') }
    });
  });
});

describe('sfdmu', () => {
  test('should load a CSV file by external id, with a parent', async () => {
    const folder = join(bench.folder, 'migration');
    mkdirSync(folder);
    const org = { name: 'local', instanceUrl: bench.instanceUrl, accessToken: bench.accessToken };
    const objects = [
      {
        query: 'SELECT Courier_Number__c, Name FROM Courier__c',
        operation: 'Upsert',
        externalId: 'Courier_Number__c'
      },
      {
        query: 'SELECT Tracking_Number__c, Name, Weight__c, Courier__c FROM Parcel__c',
        operation: 'Upsert',
        externalId: 'Tracking_Number__c'
      }
    ];
    writeFileSync(join(folder, 'export.json'), JSON.stringify({ orgs: [org], objects }));
    writeFileSync(join(folder, 'Courier__c.csv'), 'Courier_Number__c,Name\nD-1,Dmu\n');
    writeFileSync(
      join(folder, 'Parcel__c.csv'),
      'Tracking_Number__c,Name,Weight__c,Courier__r.Courier_Number__c\nD-9,Ninth,2,D-1\n'
    );

    const { exitCode, text } = await bench.sfdmu(folder);

    expect([exitCode, exitCode === 0 ? '' : text]).toEqual([0, '']);
    const soql =
      "SELECT Name, Price__c, Courier__r.Name FROM Parcel__c WHERE Tracking_Number__c = 'D-9'";
    const { result } = await bench.sf(sample, 'data', 'query', '--query', soql);
    expect(result).toMatchObject({
      records: [{ Name: 'Ninth', Price__c: 7, Courier__r: { Name: 'Dmu' } }]
    });
  });
});

test('should have asked for nothing that the org does not know', () => {
  expect(bench.unknown).toEqual([]);
});
