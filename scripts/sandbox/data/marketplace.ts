import type { Random } from '../../shared/index.ts';
import type { Cloud, Contract, Listing } from '../records.ts';
import { scheduleContract, scheduleOffer } from '../timeLapse/schedule.ts';
import type { World } from '../world.ts';
import type { OfferState } from './clouds/index.ts';
import { formats } from './clouds/index.ts';
import { companyAt } from './companies.ts';
import { buyerOf, contractOf } from './contracts.ts';
import type { Deal } from './deal.ts';
import { dealFor, dealWith } from './deal.ts';
import { privateOffer, resellerOffer } from './offers.ts';
import { chance, randomFor, weighted } from './random.ts';
import { renewedContract, amendedContract } from './renewals.ts';
import type { Counts } from './sizes.ts';
import type { ContractTimes } from './timeline.ts';
import { contractState, contractTimes, openOfferTimes } from './timeline.ts';
import { dayLength } from './terms.ts';

type OfferSource = 'private_offer' | 'reseller_offer' | 'public';

/** How many of the offers of a data set were accepted, and how. */
interface Shares {
  readonly privateOffers: number;
  readonly amendments: number;
  readonly renewals: number;
  readonly resellerOffers: number;
}

function sharesOf(counts: Counts): Shares {
  const accepted = Math.floor(counts.private_offers * 0.45);
  const amendments = Math.ceil(accepted * 0.07);
  const renewals = counts.contracts - counts.buyers;
  const resellerOffers = Math.floor(counts.reseller_offers * 0.4);
  return { privateOffers: accepted - amendments - renewals, amendments, renewals, resellerOffers };
}

/** Fills the world with buyers, their contracts, and the offers that were and were not accepted. */
export function addMarketplace(world: World, counts: Counts, now: number): void {
  const shares = sharesOf(counts);
  const fresh: Contract[] = [];
  for (let index = 0; index < counts.buyers; index += 1) {
    fresh.push(addCustomer(world, { index, source: sourceOf(index, shares), now }));
  }
  const aws = fresh.filter((contract) => contract.cloud === 'aws' && contract.status === 'ACTIVE');
  const own = aws.filter((contract) => contract.offer_type === 'private_offer');
  own.slice(0, shares.renewals).forEach((contract) => renewedContract(world, contract));
  own.slice(-shares.amendments).forEach((contract) => amendedContract(world, contract, now));
  addOpenOffers(world, counts, now);
}

function sourceOf(index: number, shares: Shares): OfferSource {
  if (index < shares.privateOffers) return 'private_offer';
  if (index < shares.privateOffers + shares.resellerOffers) return 'reseller_offer';
  return 'public';
}

type CloudWeights = readonly [Cloud, number][];

/** Nearly half of the business is on AWS. */
const everywhere: CloudWeights = [
  ['aws', 46],
  ['azure', 30],
  ['gcp', 24]
];

/** Every fourteenth contract waits for its activation, on Azure and GCP in turn. */
function waitingOn(index: number): CloudWeights | undefined {
  if (index % 14 !== 4) return undefined;
  return [[index % 28 === 4 ? 'azure' : 'gcp', 1]];
}

function pickListing(
  random: Random,
  listings: readonly Listing[],
  weights: CloudWeights = everywhere
): Listing {
  const cloud = weighted(random, weights);
  return random.pick(listings.filter((listing) => listing.cloud === cloud));
}

function addCustomer(
  world: World,
  { index, source, now }: { index: number; source: OfferSource; now: number }
): Contract {
  const { seed, records } = world;
  const random = randomFor(seed, `customer:${index}`);
  const waiting = waitingOn(index);
  const listing = pickListing(random, records.listings.all(), waiting);
  const offerId = random.uuid();
  const deal = dealWith(seed, { key: offerId, listing, company: companyAt(seed, index) });
  const state = waiting ? 'pending' : contractState(random, deal);
  const times = contractTimes(random, { deal, state }, now);
  const contract = contractOf(seed, {
    id: random.uuid(),
    deal,
    buyerId: random.uuid(),
    offer: { id: source === 'public' ? null : offerId, type: source },
    autoRenew: times.state === 'active' && chance(random, 0.6),
    ...times
  });
  records.contracts.put(contract);
  records.buyers.put(buyerOf(seed, deal, contract));
  if (source !== 'public') addAcceptedOffer(world, { offerId, deal, times, contract });
  scheduleContract(world, contract);
  return contract;
}

interface Acceptance {
  readonly offerId: string;
  readonly deal: Deal;
  readonly times: ContractTimes;
  readonly contract: Contract;
}

function addAcceptedOffer(world: World, { offerId, deal, times, contract }: Acceptance): void {
  const { accepted, state } = times;
  const isOver = state === 'expired' && formats[contract.cloud].offerStatus.ended !== undefined;
  const plan = {
    id: offerId,
    deal,
    state: (isOver ? 'ended' : 'accepted') satisfies OfferState as OfferState,
    published: accepted - 9 * dayLength,
    expiration: accepted + 12 * dayLength,
    accepted,
    changed: isOver ? times.changed : accepted
  };
  const links = { buyer_id: contract.buyer_id, contract_id: contract.id };
  if (contract.offer_type === 'reseller_offer') {
    const offer = resellerOffer(world.seed, plan);
    world.records.reseller_offers.put({ ...offer, metadata: { ...offer.metadata, ...links } });
    return;
  }
  const offer = privateOffer(world.seed, plan);
  world.records.private_offers.put({ ...offer, metadata: { ...offer.metadata, ...links } });
}

function addOpenOffers(world: World, counts: Counts, now: number): void {
  const { records, seed } = world;
  const kinds = ['private_offers', 'reseller_offers'] as const;
  for (const kind of kinds) {
    for (let index = records[kind].size; index < counts[kind]; index += 1) {
      const random = randomFor(seed, `${kind}:${index}`);
      const id = random.uuid();
      const deal = dealFor(seed, id, pickListing(random, records.listings.all()));
      const plan = { id, deal, ...openOfferTimes(random, deal, now) };
      if (kind === 'private_offers') records[kind].put(privateOffer(seed, plan));
      else records[kind].put(resellerOffer(seed, plan));
      scheduleOffer(world, id, now);
    }
  }
}
