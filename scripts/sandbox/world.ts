import type { CollectionName, Records } from './records.ts';
import type { Collection, Stamps } from './store/index.ts';
import { createCollection, createStamps } from './store/index.ts';
import type { SellingWrite } from './lifecycle/aws/selling.ts';
import type { Agenda } from './timeLapse/agenda.ts';
import { createAgenda } from './timeLapse/agenda.ts';

/** All that the sandbox knows: records, and what will happen to them as time passes. */
export interface World {
  readonly seed: number;
  readonly records: { readonly [K in CollectionName]: Collection<Records[K]> };
  readonly agenda: Agenda;
  readonly stamps: Stamps;
  /** What was written to AWS, as its SDK takes it, oldest first. */
  readonly awsWrites: SellingWrite[];
}

/** A world without records. */
export function emptyWorld(seed: number): World {
  return {
    seed,
    agenda: createAgenda(),
    stamps: createStamps(),
    awsWrites: [],
    records: {
      listings: createCollection(),
      buyers: createCollection(),
      contracts: createCollection(),
      private_offers: createCollection(),
      reseller_offers: createCollection(),
      opportunities: createCollection(),
      contacts: createCollection(),
      metering: createCollection()
    }
  };
}
