import { randomFor } from '../data/random.ts';
import type { Cloud, Metering } from '../records.ts';
import { millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';
import type { Subscription } from './subscriptions.ts';
import { subscriptions } from './subscriptions.ts';

/** Usage that was reported of a subscription, with its price. */
export interface Usage {
  readonly record: Metering;
  readonly subscription: Subscription;
  readonly quantity: number;
  /** Cents for one unit. */
  readonly price: number;
  /** Milliseconds since 1970. */
  readonly start: number;
}

/** Usage of a cloud, oldest first. */
export function usages(world: World, cloud: Cloud): Usage[] {
  const known = new Map(subscriptions(world, cloud).map((each) => [each.contract.id, each]));
  return world.records.metering
    .all()
    .flatMap((record) => {
      const subscription = known.get(record.contract_id);
      return subscription ? [priced(world, record, subscription)] : [];
    })
    .sort((a, b) => a.start - b.start || (a.record.id < b.record.id ? -1 : 1));
}

/** A dimension costs the same for everybody. */
function priced({ seed }: World, record: Metering, subscription: Subscription): Usage {
  return {
    record,
    subscription,
    quantity: Number(record.quantity),
    price: randomFor(seed, `price:${record.dimension}`).integer(1, 50),
    start: millisecondsOf(record.start_time)
  };
}
