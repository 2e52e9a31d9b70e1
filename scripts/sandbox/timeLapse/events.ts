import { contractWord, formats, offerWord } from '../data/clouds/index.ts';
import { isIn } from '../data/contracts.ts';
import type { Cloud, Contract, Offer } from '../records.ts';
import { instant, millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';
import type { OpportunityChange } from '../lifecycle/index.ts';
import {
  answerReferral,
  azureColumnsOf,
  change,
  completeTask,
  decideReview,
  isTaskRunning,
  startReview
} from '../lifecycle/index.ts';
import { contractAfter } from './acceptance.ts';
import { arriveReferral } from './arrivals.ts';
import type { Event, EventKind } from './agenda.ts';
import { renew } from './renew.ts';
import { findOffer, isOffer, scheduleOffer } from './schedule.ts';

/** Lets everything happen that is due at `now` (milliseconds since 1970), in order of time. */
export function catchUp(world: World, now: number): void {
  for (;;) {
    const event = world.agenda.takeDue(now);
    if (!event) return;
    handlers[event.kind](world, event);
  }
}

/** What each kind of event does. One whose time has passed it by does nothing. */
const handlers: Readonly<Record<EventKind, (world: World, event: Event) => void>> = {
  publishOffer,
  acceptOffer,
  expireOffer,
  endContract,
  expireReferral,
  processMetering,
  completeTask,
  startReview,
  decideReview,
  answerReferral,
  arriveReferral
};

/** Saves an offer in the collection it came from. */
export function putOffer(world: World, offer: Offer): void {
  if ('offer_type' in offer) world.records.private_offers.put(offer);
  else world.records.reseller_offers.put(offer);
}

function publishOffer(world: World, { id, at }: Event): void {
  const offer = findOffer(world, id);
  if (!offer || !isOffer(offer, 'publishing')) return;
  putOffer(world, {
    ...offer,
    status: offerWord(offer.cloud, 'pending'),
    published_at: instant(at),
    last_modified_at: world.stamps.next(at)
  });
  scheduleOffer(world, id, at);
}

function expireOffer(world: World, { id, at }: Event): void {
  const offer = findOffer(world, id);
  if (!offer || !isOffer(offer, 'pending') || isLater(offer.expiration_at, at)) return;
  const status = offerWord(offer.cloud, 'expired');
  putOffer(world, { ...offer, status, last_modified_at: world.stamps.next(at) });
}

/** An expiration that was moved after the event was planned makes the event void. */
function isLater(expiration: string | null, at: number): boolean {
  return expiration !== null && millisecondsOf(expiration) > at;
}

function acceptOffer(world: World, { id, at }: Event): void {
  const offer = findOffer(world, id);
  if (!offer || !isOffer(offer, 'pending')) return;
  const contract = contractAfter(world, offer, at);
  const links = { buyer_id: contract.buyer_id, contract_id: contract.id };
  putOffer(world, {
    ...offer,
    status: offerWord(offer.cloud, 'accepted'),
    accepted_at: instant(at),
    metadata: { ...offer.metadata, ...links },
    last_modified_at: world.stamps.next(at)
  });
}

function endContract(world: World, { id, at }: Event): void {
  const contract = world.records.contracts.get(id);
  if (!contract || isLater(contract.end_at, at)) return;
  if (isIn(contract, 'ending')) return close(world, contract, { at, state: 'cancelled' });
  if (!isIn(contract, 'active')) return;
  if (contract.auto_renew) return renew(world, contract, at);
  close(world, contract, { at, state: 'expired' });
}

/** Ends a contract, and its buyer's subscription when he has no later one. */
function close(
  { records, stamps }: World,
  contract: Contract,
  { at, state }: { at: number; state: 'cancelled' | 'expired' }
): void {
  const status = contractWord(contract.cloud, state);
  records.contracts.put({ ...contract, status, last_modified_at: stamps.next(at) });
  const buyer = records.buyers.get(contract.buyer_id);
  if (buyer?.latest_contract_id !== contract.id) return;
  const gone = formats[contract.cloud].buyerStatus.gone;
  records.buyers.put({ ...buyer, status: gone, last_modified_at: stamps.next(at) });
}

function expireReferral(world: World, { id, at }: Event): void {
  const record = world.records.opportunities.get(id);
  if (!record || !['PENDING', 'New'].includes(record.status) || isTaskRunning(record)) return;
  if (isLater(record.accept_by, at)) return;
  change(world, record, { at, ...expired[record.cloud] });
}

/** What an unanswered referral says of itself. */
const expired: Readonly<Record<Cloud, OpportunityChange>> = {
  aws: { columns: { status: 'EXPIRED', partner_acceptance_status: 'EXPIRED' } },
  azure: { columns: azureColumnsOf('expired'), metadata: { sub_status: 'Expired' } },
  gcp: {}
};

function processMetering(world: World, { id, at }: Event): void {
  const record = world.records.metering.get(id);
  if (record?.status !== 'submitted') return;
  const last_modified_at = world.stamps.next(at);
  world.records.metering.put({ ...record, status: 'processed', last_modified_at });
}
