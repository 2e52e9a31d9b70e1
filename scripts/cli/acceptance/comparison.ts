import { isDeepStrictEqual } from 'node:util';
import type { Org } from '../../org/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** What must be equal on both sides, by resource: the record's id, its name, and its state as the cloud says it. */
export interface SyncedState {
  readonly [resource: string]: readonly string[];
}

const objects = {
  listings: 'Listing__c',
  buyers: 'Buyer__c',
  contracts: 'Contract__c',
  opportunities: 'Cosell_Opportunity__c'
} as const;

/** What the sandbox has. */
export function sandboxState({ control }: Sandbox): SyncedState {
  const snapshot = control.snapshot();
  const entries = Object.keys(objects).map((name) => {
    const records = snapshot[name as keyof typeof objects];
    return [name, records.map((record) => lineOf(record, name !== 'opportunities')).sort()];
  });
  const offers = [...snapshot.private_offers, ...snapshot.reseller_offers];
  const offerLines = offers.map((record) => lineOf(record, true)).sort();
  return Object.fromEntries([...entries, ['offers', offerLines]]) as SyncedState;
}

interface Labelled {
  readonly id: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly status?: string | null;
}

/** The state of a co-sell opportunity has words of its own, which its data set tells. */
function lineOf({ id, name, title, status }: Labelled, hasStatus: boolean): string {
  return [id, name ?? title ?? '', hasStatus ? (status ?? '') : ''].join(' ').trim();
}

/** What the org has; a record that stands twice shows twice. */
export async function orgState(org: Org, userId: string): Promise<SyncedState> {
  const entries = await Promise.all(
    [...Object.entries(objects), ['offers', 'Private_Offer__c'] as const].map(
      async ([name, object]) => [name, await readLines(org, userId, object)] as const
    )
  );
  return Object.fromEntries(entries);
}

/** Contracts have no name in Clazar. */
async function readLines(org: Org, userId: string, object: string): Promise<string[]> {
  const name = object === 'Contract__c' ? undefined : 'Name';
  const status = object === 'Cosell_Opportunity__c' ? undefined : 'Cloud_Status__c';
  const columns = ['Clazar_Id__c', name, status].filter((column) => column !== undefined);
  const { records } = await org.query(userId, {
    soql: `SELECT ${columns.join(', ')} FROM ${object}`
  });
  return records
    .map(({ values }) => [...values.values()].map(String))
    .map(([id = '', ...rest]) =>
      [id, ...(name === undefined ? [''] : []), ...rest].join(' ').trim()
    )
    .sort();
}

interface Sides {
  readonly org: Org;
  readonly userId: string;
  readonly sandbox: Sandbox;
}

const whole = ['listings', 'buyers', 'contracts', 'private_offers', 'reseller_offers'] as const;

/**
 * Where marketplace records differ, field by field as Clazar sends them: `<id>.<field>`, or the id alone of a record that
 * is not in the org.
 */
export async function differences({ org, userId, sandbox }: Sides): Promise<string[]> {
  const snapshot = sandbox.control.snapshot();
  const received = await rawData(org, userId);
  return whole.flatMap((name) =>
    snapshot[name].flatMap((record) => {
      // As it arrives: through JSON.
      const theirs = JSON.parse(JSON.stringify(record)) as Json;
      const ours = received.get(record.id);
      if (ours === undefined) return [record.id];
      const fields = Object.keys(ours).filter((key) => !isDeepStrictEqual(ours[key], theirs[key]));
      return fields.map((field) => `${record.id}.${field}`);
    })
  );
}

type Json = Readonly<Record<string, unknown>>;

/** What Clazar sent of each record, as the org has kept it. */
async function rawData(org: Org, userId: string): Promise<Map<string, Json>> {
  const names = ['Listing__c', 'Buyer__c', 'Contract__c', 'Private_Offer__c'];
  const found = await Promise.all(
    names.map((object) =>
      org.query(userId, { soql: `SELECT Clazar_Id__c, Raw_Data__c FROM ${object}` })
    )
  );
  const rows = found.flatMap(({ records }) => records.map(({ values }) => [...values.values()]));
  return new Map(rows.map(([id, raw]) => [id as string, JSON.parse(raw as string) as Json]));
}
