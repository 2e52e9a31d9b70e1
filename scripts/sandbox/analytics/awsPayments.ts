import type { Contract, Offer } from '../records.ts';
import { millisecondsOf } from '../store/index.ts';
import { dayLength } from '../data/terms.ts';
import type { World } from '../world.ts';

/** One payment of an AWS agreement, in cents, with what it belongs to. */
export interface AwsPayment {
  readonly contract: Contract;
  readonly offer: Offer | undefined;
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly invoiced: number;
  readonly cents: number;
}

/** Payments of AWS agreements that are invoiced by `now` (milliseconds since 1970), oldest first. */
export function awsPayments(world: World, now: number): AwsPayment[] {
  const agreements = world.records.contracts.all().filter(({ cloud }) => cloud === 'aws');
  const payments = agreements.flatMap((contract) => paymentsOf(world, contract));
  return payments
    .filter(({ invoiced }) => invoiced <= now)
    .sort((a, b) => a.invoiced - b.invoiced || (a.contract.id < b.contract.id ? -1 : 1));
}

function paymentsOf(world: World, contract: Contract): AwsPayment[] {
  const offer = offerOf(world, contract);
  const schedule = offer?.metadata['payment_schedule'];
  const isScheduled = Array.isArray(schedule) && schedule.length > 0;
  const parts = isScheduled ? schedule.length : 1;
  const total = Math.round(Number(contract.metadata['agreement_value'] ?? 0) * 100);
  const start = millisecondsOf(contract.accepted_at);
  const end = contract.end_at === null ? start : millisecondsOf(contract.end_at);
  const step = (end - start) / parts;
  return Array.from({ length: parts }, (_, index) => ({
    contract,
    offer,
    number: index + 1,
    invoiced: start + Math.floor((step * index) / dayLength) * dayLength,
    cents: Math.floor(total / parts) + (index === 0 ? total % parts : 0)
  }));
}

function offerOf({ records }: World, { latest_offer_id }: Contract): Offer | undefined {
  const id = latest_offer_id ?? '';
  return records.private_offers.get(id) ?? records.reseller_offers.get(id);
}
