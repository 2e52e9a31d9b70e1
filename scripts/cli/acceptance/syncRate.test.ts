import { administrator, localUserId } from '../../org/index.ts';
import { aPushingCloud } from './pushingCloud.ts';
import type { PushingCloud } from './pushingCloud.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const minute = 60_000;
const links = 120;

let here: SyncedOrg;
let cloud: PushingCloud;

beforeAll(async () => {
  here = await aSyncedOrg({ size: 'medium' });
  cloud = await aPushingCloud(here.org);
  await here.sync('everything');
  here.clock.advance(2 * minute);
}, 240_000);

afterAll(async () => {
  await cloud.close();
  await here.close();
});

/** Links contracts to a deal, all at once, so that the outbox has more to send than fits into a minute. */
async function linkContracts(): Promise<void> {
  const deal = { Name: 'Linked', StageName: 'Prospecting', CloseDate: '2027-01-31' };
  const path = '/sobjects/Opportunity';
  const made = await cloud.as(userId, { method: 'POST', path, body: deal });
  const soql = `SELECT Id FROM Contract__c WHERE Opportunity__c = NULL LIMIT ${String(links)}`;
  const { records } = await here.org.query(userId, { soql });
  const body = {
    allOrNone: true,
    records: records.map(({ values }) => ({
      attributes: { type: 'clazar__Contract__c' },
      id: values.get('Id'),
      clazar__Opportunity__c: (made as { id: string }).id
    }))
  };
  await cloud.as(userId, { method: 'PATCH', path: '/composite/sobjects', body });
}

async function openWrites(): Promise<number> {
  const soql = "SELECT COUNT() FROM Clazar_Request__c WHERE Status__c != 'Sent'";
  return (await here.org.query(userId, { soql })).totalSize;
}

/** The largest number of requests in any minute, data sets apart. */
function busiestMinute(instants: readonly number[]): number {
  const counts = instants.map(
    (start) => instants.filter((at) => at >= start && at < start + minute).length
  );
  return Math.max(0, ...counts);
}

test('should keep the limits of Clazar while a sync and the outbox run at once', async () => {
  const before = here.sandbox.control.requests().length;

  await linkContracts();
  const status = await here.sync('everything');
  for (let passed = 0; passed < 30 && (await openWrites()) > 0; passed += 1) {
    here.clock.advance(minute);
    await here.org.settled();
  }

  const requests = here.sandbox.control.requests().slice(before);
  const plain = requests.filter(({ path }) => !path.startsWith('/analytics/'));
  const reads = plain.filter(({ query }) => query.includes('page='));
  const writes = plain.filter(({ method }) => method === 'PATCH');
  const lastRead = Math.max(...reads.map(({ at }) => Date.parse(at)));
  expect([status, await openWrites(), writes.length]).toEqual(['Completed', 0, links]);
  expect(reads.length).toBeGreaterThan(70);
  expect(writes.filter(({ at }) => Date.parse(at) < lastRead).length).toBeGreaterThan(20);
  expect(requests.filter((request) => request.status === 429)).toEqual([]);
  expect(busiestMinute(plain.map(({ at }) => Date.parse(at)))).toBeLessThanOrEqual(120);
}, 240_000);
