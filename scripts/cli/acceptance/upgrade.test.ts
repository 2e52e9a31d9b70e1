import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator, localUserId } from '../../org/index.ts';
import type { FieldValue } from '../../org/index.ts';
import { keptReleases, unpackRelease } from '../release/index.ts';
import { projectFolder } from '../tools/index.ts';
import { orgState, sandboxState } from './comparison.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const minute = 60_000;
const folders: string[] = [];

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe.each(keptReleases())('An org with release %s', (version) => {
  let here: SyncedOrg;

  beforeEach(async () => {
    const released = aFolder();
    unpackRelease(version, released);
    here = await aSyncedOrg({ project: released });
  });

  afterEach(async () => {
    await here.close();
  });

  async function query(soql: string): Promise<FieldValue[][]> {
    const { records } = await here.org.query(userId, { soql });
    return records.map(({ values }) => [...values.values()] as FieldValue[]);
  }

  async function run(apex: string): Promise<void> {
    const { success, compileProblem, exceptionMessage } = await here.org.executeAnonymous(
      userId,
      apex
    );
    expect(compileProblem ?? exceptionMessage ?? success).toBe(true);
  }

  async function letTimePass(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed += 1) {
      here.clock.advance(minute);
      await here.org.settled();
    }
  }

  /** A full sync that stands in the middle: it waits to ask for the contracts again. */
  async function startAndInterrupt(): Promise<void> {
    here.sandbox.control.addFault({ kind: 'status', status: 500, path: '/contracts/', times: 3 });
    const parameters = { isFull: true };
    const start = { className: 'SyncController', methodName: 'start', parameters };
    await here.org.invokeAura(userId, start);
    await here.org.settled();
    expect(await query('SELECT Status__c, Resource__c FROM Sync_Run__c')).toEqual([
      ['Waiting', 'Contracts']
    ]);
  }

  test('should go on with a sync that was half done when it was upgraded', async () => {
    await startAndInterrupt();

    await here.org.reload(projectFolder);
    await letTimePass(30);

    const [[status] = []] = await query('SELECT Status__c FROM Sync_Run__c');
    expect(status).toBe('Completed');
    expect(await orgState(here.org, userId)).toEqual(sandboxState(here.sandbox));
  });

  test('should keep its records, schedule and mappings', async () => {
    await here.sync('everything');
    await run(`
      SyncController.setSchedule(4);
      insert new Field_Mapping__c(Cloud__c = 'AWS', Target_Field__c = 'customer_website',
        Source_Path__c = 'Account.Website');`);
    const before = await orgState(here.org, userId);
    const schedule = await query('SELECT NextFireTime FROM CronTrigger ORDER BY NextFireTime');

    await here.org.reload(projectFolder);

    expect(await orgState(here.org, userId)).toEqual(before);
    expect(await query('SELECT NextFireTime FROM CronTrigger ORDER BY NextFireTime')).toEqual(
      schedule
    );
    expect(await query('SELECT Target_Field__c, Source_Path__c FROM Field_Mapping__c')).toEqual([
      ['customer_website', 'Account.Website']
    ]);
  });

  test('should send what was queued before the upgrade', async () => {
    await here.sync('everything');
    const invited =
      "SELECT Id, Clazar_Id__c FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' AND Status__c = 'Invited'";
    const [[, clazarId] = []] = await query(invited);
    here.sandbox.control.addFault({ kind: 'status', status: 503, path: '/opportunities/*' });
    await run(`
      AcceptAwsCosellOpportunity.Request request = new AcceptAwsCosellOpportunity.Request();
      request.cosellOpportunityId = [${invited} LIMIT 1].Id;
      List<AcceptAwsCosellOpportunity.Result> results = AcceptAwsCosellOpportunity.run(
        new List<AcceptAwsCosellOpportunity.Request>{ request });
      Assert.areEqual('Queued', results[0].status, results[0].message);`);

    await here.org.reload(projectFolder);
    await letTimePass(60);

    const requests = await query('SELECT Clazar_Id__c, Status__c FROM Clazar_Request__c');
    expect(requests).toEqual([[clazarId, 'Sent']]);
  });

  test('should stay as it was when the upgrade fails', async () => {
    await here.sync('everything');
    const before = await orgState(here.org, userId);
    const broken = aFolder();
    await cp(join(projectFolder, 'force-app'), join(broken, 'force-app'), { recursive: true });
    await cp(join(projectFolder, 'sfdx-project.json'), join(broken, 'sfdx-project.json'));
    const place = join(broken, 'force-app/core/classes/Clock.cls');
    writeFileSync(place, 'public virtual inherited sharing class Clock { broken }');

    await expect(here.org.reload(broken)).rejects.toThrow();

    expect(await orgState(here.org, userId)).toEqual(before);
    expect(await here.sync('changes')).toBe('Completed');
  });
});
