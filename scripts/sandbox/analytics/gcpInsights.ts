import type { JsonObject } from '../json.ts';
import { dayOf } from '../store/index.ts';
import type { World } from '../world.ts';
import type { Dataset } from './dataset.ts';
import { datasetOf, none, without, zero } from './dataset.ts';
import { order } from './gcpPayments.ts';
import type { Subscription } from './subscriptions.ts';
import { charges, monthOf, split, textOf } from './subscriptions.ts';
import { usages } from './usage.ts';

const day = 86_400_000;
/** How far back the incremental reports of a day look. */
const recentDays = 30;

/** What a subscription used and was charged in a period. */
interface Insight {
  readonly subscription: Subscription;
  /** The first day of the period, `YYYY-MM-DD`. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly earliest: number;
  readonly latest: number;
  readonly quantity: number;
  readonly cents: number;
}

/** `gcp_marketplace_daily_insights`. */
export const gcpDailyInsights: Dataset = datasetOf(days, dailyRow);

/** `gcp_marketplace_incremental_daily_insights`: the latest days, as reported today. */
export const gcpIncrementalDailyInsights: Dataset = datasetOf(
  (world, now) => days(world, now).filter(({ date }) => date >= dayOf(now - recentDays * day)),
  (insight, now) => ({ ...dailyRow(insight), report_date: dayOf(now) })
);

/** `gcp_marketplace_monthly_insights`. */
export const gcpMonthlyInsights: Dataset = datasetOf(months, monthlyRow);

/** `gcp_marketplace_incremental_monthly_insights`: the present month, as reported today. */
export const gcpIncrementalMonthlyInsights: Dataset = datasetOf(
  (world, now) => months(world, now).filter(({ date }) => date === monthOf(now)),
  (insight, now) => ({
    ...monthlyRow(insight),
    report_date: dayOf(now),
    // Numbers in this report alone.
    latest: Math.floor(insight.latest / 1000),
    probation_start: Math.floor(insight.earliest / 1000)
  })
);

function days(world: World, now: number): Insight[] {
  return grouped(facts(world, now), dayOf);
}

function months(world: World, now: number): Insight[] {
  return grouped(facts(world, now), monthOf);
}

/** Usage and payments, one by one. */
function facts(world: World, now: number): Insight[] {
  const used = usages(world, 'gcp').map(({ subscription, start, quantity, price }) => ({
    subscription,
    date: dayOf(start),
    earliest: start,
    latest: start,
    quantity,
    cents: quantity * price
  }));
  const paid = charges(world, 'gcp', now).map(({ subscription, at, cents }) => ({
    subscription,
    date: dayOf(at),
    earliest: at,
    latest: at,
    quantity: 0,
    cents
  }));
  return [...used, ...paid].sort((a, b) => a.earliest - b.earliest);
}

function grouped(all: readonly Insight[], periodOf: (at: number) => string): Insight[] {
  const groups = new Map<string, Insight>();
  for (const fact of all) {
    const date = periodOf(fact.earliest);
    const key = `${date} ${fact.subscription.contract.id}`;
    const known = groups.get(key);
    groups.set(key, {
      ...fact,
      date,
      earliest: known?.earliest ?? fact.earliest,
      quantity: (known?.quantity ?? 0) + fact.quantity,
      cents: (known?.cents ?? 0) + fact.cents
    });
  }
  return [...groups.values()];
}

function monthlyRow(insight: Insight): JsonObject {
  return without(dailyRow(insight), 'term_total_contract_value');
}

function dailyRow({ subscription, date, earliest, latest, quantity, cents }: Insight): JsonObject {
  const { customer, sale, terms } = subscription;
  const { gross, net } = split(cents);
  return {
    ...order(subscription),
    account_id: textOf(customer.identifiers, 'account_id'),
    external_account_id: textOf(customer.identifiers, 'account_id'),
    parent_account_id: textOf(customer.identifiers, 'billing_account_id'),
    company: customer.name,
    date,
    ds: date,
    start_date: date,
    end_date: dayOf(latest),
    earliest: dayOf(earliest),
    latest: dayOf(latest),
    charges: gross,
    due_vendor: net,
    released: net,
    currency: 'USD',
    usage: quantity,
    unit: 'unit',
    payment_type: 'INVOICE',
    private_offer_total_contract_value: sale.isPrivate === 1 ? terms.cents / 100 : null,
    quote_id: sale.id,
    quote_creator: sale.creator,
    probation_start: dayOf(earliest),
    probation_end: dayOf(earliest + 30 * day),
    ...zero('abandoned num_cpus num_gpus num_vms postpay_credits prepay_credits ram_mb'),
    ...zero('trial_use wholesale_charges withheld'),
    ...none('gpu_types internal_note machine_spec_sum')
  };
}
