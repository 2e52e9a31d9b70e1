import type { CollectionName } from '../records.ts';

/** How many records of each kind a data set has. */
export type Counts = Readonly<Record<CollectionName, number>>;

/** Data sets by name: 300 and 10,000 records in total; of the largest, 100,000 are what a sync brings. */
export const sizes = {
  small: counts([12, 40, 42, 64, 8, 62, 36, 36]),
  medium: counts([40, 1_400, 1_600, 2_200, 160, 2_600, 1_000, 1_000]),
  large: counts([100, 18_000, 20_500, 28_000, 2_000, 31_400, 10_000, 10_300])
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
