import type { Org } from '../../org/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** What must be equal on both sides, by resource: the record's id, and its instant of change. */
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
    return [
      name,
      records.map(({ id, name: label, title }: Labelled) => line(id, label ?? title)).sort()
    ];
  });
  const offers = [...snapshot.private_offers, ...snapshot.reseller_offers];
  const offerLines = offers.map(({ id, name }) => line(id, name)).sort();
  return Object.fromEntries([...entries, ['offers', offerLines]]) as SyncedState;
}

interface Labelled {
  readonly id: string;
  readonly name?: string | null;
  readonly title?: string | null;
}

function line(id: string, label: string | null | undefined): string {
  return `${id} ${label ?? ''}`.trim();
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
  const hasName = object !== 'Contract__c';
  const soql = `SELECT Clazar_Id__c${hasName ? ', Name' : ''} FROM ${object}`;
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(String).join(' ').trim()).sort();
}
