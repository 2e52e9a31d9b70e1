import type { CollectionName } from '../records.ts';

/** How many records of each kind a data set has. */
export type Counts = Readonly<Record<CollectionName, number>>;

/** Data sets by name: 300, 10,000 and 100,000 records in total. */
export const sizes = {
  small: counts([12, 40, 42, 64, 8, 62, 36, 36]),
  medium: counts([40, 1_400, 1_600, 2_200, 160, 2_600, 1_000, 1_000]),
  large: counts([100, 14_000, 16_000, 22_000, 1_600, 26_000, 10_000, 10_300])
};
export type Size = keyof typeof sizes;

type Row = [
  listings: number,
  buyers: number,
  contracts: number,
  private_offers: number,
  reseller_offers: number,
  opportunities: number,
  contacts: number,
  metering: number
];
function counts(row: Row): Counts {
  const [listings, buyers, contracts, private_offers, reseller_offers, ...rest] = row;
  const [opportunities, contacts, metering] = rest;
  return {
    listings,
    buyers,
    contracts,
    private_offers,
    reseller_offers,
    opportunities,
    contacts,
    metering
  };
}
