import { administrator, localUserId } from '../../../org/index.ts';
import { emitLwc } from '../../../lwc/index.ts';
import { projectFolder } from '../../tools/index.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aSyncedOrg } from '../syncedOrg.ts';
import type { SyncedOrg } from '../syncedOrg.ts';
import { copyProject } from './copy.ts';
import type { ProjectCopy } from './copy.ts';
import { addAction, addField, addResource, addScreen } from './recipes.ts';

const adminId = localUserId(administrator.username);
const repId = localUserId('clazar.user@clazar.local');

const offerName = 'With a region';

describe('A developer who follows the recipes of the guide', () => {
  let copy: ProjectCopy;
  let here: SyncedOrg;

  beforeAll(async () => {
    copy = copyProject();
    addField(copy);
    addResource(copy);
    addAction(copy);
    addScreen(copy);
    await copy.run('scripts/cli/permissions/write.ts');
    here = await aSyncedOrg({ project: copy.folder });
    const { control } = here.sandbox;
    control.putRecord(
      'private_offers',
      Object.assign({ name: offerName }, { salesRegion: 'EMEA' })
    );
    await here.sync('everything');
    expect(await query(adminId, 'SELECT Message__c FROM Sync_Run__c')).toEqual([
      expect.stringMatching(/ 0 not saved/)
    ]);
  }, 240_000);

  afterAll(async () => {
    await here.close();
    copy.remove();
  });

  async function query(userId: string, soql: string): Promise<unknown[]> {
    const { records } = await here.org.query(userId, { soql });
    return records.map(({ values }) => [...values.values()][0]);
  }

  test('should find the value of a new field, as a rep, without a line of Apex', async () => {
    const soql = `SELECT Sales_Region__c FROM Private_Offer__c WHERE Name = '${offerName}'`;

    expect(await query(repId, soql)).toEqual(['EMEA']);
  });

  test('should find the records of a new resource', async () => {
    const products = await query(repId, 'SELECT Name FROM Product__c ORDER BY Name');

    expect(products.length).toBeGreaterThan(0);
    expect(products).toEqual(await query(repId, 'SELECT Name FROM Listing__c ORDER BY Name'));
  });

  test('should run a new Flow action, once for each input', async () => {
    const outcome = await here.org.executeAnonymous(
      adminId,
      `Contract__c pending = [SELECT Id FROM Contract__c WHERE Status__c = 'Pending' LIMIT 1];
       ReviveContract.Request request = new ReviveContract.Request();
       request.contractId = pending.Id;
       List<ReviveContract.Result> results = ReviveContract.run(new List<ReviveContract.Request>{ request });
       Assert.areEqual(1, results.size());
       Assert.areEqual('Sent', results[0].status, results[0].message);`
    );

    expect(outcome.compileProblem ?? outcome.exceptionMessage ?? '').toBe('');
  });

  test('should open the door of a new screen', async () => {
    const door = { className: 'ListingCountController', methodName: 'count', parameters: {} };

    expect(await here.org.invokeAura(repId, door)).toBeGreaterThan(0);
  });

  test('should compile the component of a new screen', () => {
    const files = emitLwc({ projectFolder: copy.folder });

    expect(files.filter((file) => file.includes('listingCount'))).toHaveLength(1);
  }, 120_000);

  test.each(['Add a field', 'Add a resource', 'Add a Flow action', 'Add a screen'])(
    'should read it in fewer than ten steps: %s',
    (title) => {
      const guide = readFileSync(join(projectFolder, 'docs', 'developer-guide.md'), 'utf8');
      const section = guide.split('\n## ').find((text) => text.startsWith(title)) ?? '';
      const steps = section.match(/^\d+\. /gm) ?? [];

      expect(steps.length).toBeGreaterThan(3);
      expect(steps.length).toBeLessThan(10);
    }
  );
});
