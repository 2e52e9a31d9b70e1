import { administrator, localUserId } from '../../org/index.ts';
import { preciseClock } from '../../shared/index.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg, SyncedOrgOptions } from './syncedOrg.ts';

type Size = NonNullable<SyncedOrgOptions['size']>;

const userId = localUserId(administrator.username);

/** What a full sync into an empty org took. */
export interface SyncFigures {
  readonly size: Size;
  readonly status: string;
  /** Records in Salesforce afterwards, by object. */
  readonly records: Readonly<Record<string, number>>;
  readonly total: number;
  /** How long it took on this machine. */
  readonly seconds: number;
  /** How long it took by the org's clock, with the pauses that the rate limit asks for. */
  readonly minutesByTheOrg: number;
  readonly callouts: number;
  /** Links to accounts that were told to Clazar by the end of the sync. */
  readonly links: number;
  /** Answers 429. */
  readonly tooMany: number;
  readonly queries: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
  /** The largest share of each governor limit that one transaction took, in percent. */
  readonly peaks: Readonly<Record<string, number>>;
}

const mostAccounts = 400;
const batch = 200;

const objects = [
  'Listing__c',
  'Buyer__c',
  'Private_Offer__c',
  'Contract__c',
  'Cosell_Opportunity__c'
];

/**
 * Syncs a whole data set of the sandbox into an org that has the accounts of some buyers, and measures it: these
 * are linked as they come, and Clazar is told of each while the sync goes on.
 */
export async function measureSync(size: Size): Promise<SyncFigures> {
  const here = await aSyncedOrg({ size });
  try {
    await createAccounts(here);
    const started = preciseClock.now();
    const status = await here.sync('everything');
    const seconds = Math.round((preciseClock.now() - started) / 1000);
    const records = await countAll(here);
    const total = Object.values(records).reduce((sum, count) => sum + count, 0);
    const tooMany = here.sandbox.control
      .requests()
      .filter((request) => request.status === 429).length;
    return {
      size,
      status,
      records,
      total,
      seconds,
      tooMany,
      links: await countLinks(here),
      ...(await usageOf(here))
    };
  } finally {
    await here.close();
  }
}

/** Accounts that the rule for domains will find. */
async function createAccounts({ org, sandbox }: SyncedOrg): Promise<void> {
  const domains = sandbox.control.snapshot().buyers.map(({ domain }) => domain ?? '');
  const known = [...new Set(domains)].filter((domain) => domain !== '').slice(0, mostAccounts);
  const records = known.map((domain) => ({
    object: 'Account',
    values: { Name: domain, Website: `https://www.${domain}/` }
  }));
  for (let from = 0; from < records.length; from += batch) {
    await org.save(userId, {
      operation: 'insert',
      records: records.slice(from, from + batch),
      allOrNone: true,
      accessLevel: 'user',
      sharing: true
    });
  }
}

async function countAll({ org }: SyncedOrg): Promise<Record<string, number>> {
  const counts = objects.map(async (object) => {
    const { totalSize } = await org.query(userId, { soql: `SELECT COUNT() FROM ${object}` });
    return [object, totalSize] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function countLinks({ org }: SyncedOrg): Promise<number> {
  const soql = "SELECT COUNT() FROM Clazar_Request__c WHERE Status__c = 'Sent'";
  return (await org.query(userId, { soql })).totalSize;
}

interface Usage {
  readonly queries: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
  readonly peaks: Readonly<Record<string, number>>;
}

async function usageOf({
  org
}: SyncedOrg): Promise<Usage & Pick<SyncFigures, 'callouts' | 'minutesByTheOrg'>> {
  const soql = 'SELECT Requests__c, Minutes__c, Progress__c FROM Sync_Run__c';
  const { records } = await org.query(userId, { soql });
  const [requests, minutes, progress] = [...(records[0]?.values.values() ?? [])];
  const { usage } = JSON.parse(typeof progress === 'string' ? progress : '') as { usage: Usage };
  const { queries, dmlStatements, dmlRows, peaks } = usage;
  return {
    callouts: Number(requests),
    minutesByTheOrg: Math.round(Number(minutes)),
    queries,
    dmlStatements,
    dmlRows,
    peaks
  };
}
