import type { JsonObject } from '../json.ts';
import { dayOf } from '../store/index.ts';
import type { World } from '../world.ts';
import type { Dataset } from './dataset.ts';
import { datasetOf, none, zero } from './dataset.ts';
import type { Charge, Subscription } from './subscriptions.ts';
import { charges, feePercentage, monthOf, paysAfter, split, textOf } from './subscriptions.ts';

const day = 86_400_000;

/** `gcp_marketplace_disbursements`: a row for each payment that Google has paid out. */
export const gcpDisbursements: Dataset = datasetOf(paid, disbursementRow);

/** `gcp_marketplace_disbursements_summary`: what was paid out, month by month. */
export const gcpDisbursementsSummary: Dataset = datasetOf(months, summaryRow);

/** `gcp_marketplace_charges_and_usage`: a row for each payment that was charged. */
export const gcpChargesAndUsage: Dataset = datasetOf(
  (world, now) => charges(world, 'gcp', now),
  chargeRow
);

function paid(world: World, now: number): Charge[] {
  return charges(world, 'gcp', now - paysAfter);
}

function disbursementRow(charge: Charge): JsonObject {
  const { subscription, at, cents } = charge;
  const { gross, fee, net } = split(cents);
  const { contract, customer, sale } = subscription;
  return {
    ...order(subscription),
    entitlement_start_date: dayOf(subscription.start),
    entitlement_end_date: dayOf(subscription.end),
    ds: dayOf(at + paysAfter),
    report_creation_date: dayOf(at + paysAfter),
    report_timezone: 0,
    account_id: textOf(customer.identifiers, 'account_id'),
    c_u_account_id: textOf(customer.identifiers, 'billing_account_id'),
    insights_account_id: textOf(customer.identifiers, 'account_id'),
    cust_identity: contract.buyer_id,
    cust_organization: customer.name,
    cust_charges: gross,
    aggregated_payout: net,
    released_amount: net,
    marketplace_fee_amount: fee,
    marketplace_fee_percent: `${String(feePercentage)}%`,
    total_deductions: fee,
    total_contract_value: subscription.terms.cents / 100,
    disbursement_entity: 'Google LLC',
    solution_id: contract.listing_id,
    private_offer_id: sale.id,
    private_offer_creator: sale.creator,
    ...zero('abandoned_amount cud_credits_used discount_offered partner_testing_credit'),
    ...zero('trial_credits_used usage_quantity wholesale_charges withheld_amount'),
    ...none('cust_remaining_commit first_refund_date last_refund_date max_usage_start_time'),
    ...none('min_usage_start_time organization_id private_offer_notes probation_start_date'),
    ...none('refund_processed_date refund_reason replaced_private_offer_id usage_unit')
  };
}

/** What is bought by whom: columns that reports of Google share. */
export function order(subscription: Subscription): JsonObject {
  const { contract, customer, product, sale, start, end, terms } = subscription;
  return {
    entitlement_id: contract.cloud_id,
    ...billing(subscription),
    channel: sale.isReseller ? 'RESELLER' : 'DIRECT',
    transaction_type: sale.isPrivate === 1 ? 'PRIVATE_OFFER' : 'PUBLIC',
    domain: customer.domain,
    country: customer.country,
    installment_count: terms.payments,
    first_installment_date: dayOf(start),
    final_installment_date: dayOf(end),
    order_start_date: dayOf(start),
    order_end_date: dayOf(end),
    offer_title: sale.name,
    private_offer_acceptance_date: sale.acceptedOn,
    solution_name: product.title,
    sku_id: textOf(product.properties, 'product_external_name'),
    sku_description: product.title,
    term_total_contract_value: terms.cents / 100,
    reseller_discount: 0,
    ...none('postal_code state_or_province')
  };
}

function billing({ terms }: Subscription): JsonObject {
  const isOnce = terms.payments === 1;
  return {
    billing_frequency: isOnce ? 'ONE_TIME' : 'RECURRING',
    payment_schedule: isOnce ? 'PREPAY' : 'POSTPAY'
  };
}

interface Month {
  readonly ds: string;
  readonly cents: number;
}

function months(world: World, now: number): Month[] {
  const sums = new Map<string, number>();
  for (const { at, cents } of paid(world, now)) {
    const ds = monthOf(at + paysAfter);
    sums.set(ds, (sums.get(ds) ?? 0) + Math.round(split(cents).net * 100));
  }
  return [...sums].map(([ds, cents]) => ({ ds, cents }));
}

function summaryRow({ ds, cents }: Month): JsonObject {
  const amount = cents / 100;
  return {
    ds,
    amount,
    total: amount,
    currency: 'USD',
    customer_refund: 0,
    entity: 'Google LLC',
    notes: null,
    payment_type: 'EFT',
    withholding: null
  };
}

function chargeRow({ subscription, at, cents }: Charge): JsonObject {
  const { customer, product } = subscription;
  const { gross, net } = split(cents);
  const account = textOf(customer.identifiers, 'account_id');
  return {
    account_id: account,
    insights_account_id: account,
    used_by: customer.name,
    location: customer.country,
    google_entity: 'Google LLC',
    ds: dayOf(at),
    charges: gross,
    due_partner: net,
    released: net,
    currency: 'USD',
    ...billing(subscription),
    payment_type: 'INVOICE',
    resource: subscription.contract.cloud_id,
    sku: textOf(product.properties, 'product_external_name'),
    units: 'month',
    usage: 1,
    probation_start: dayOf(at),
    probation_end: dayOf(at + 30 * day),
    ...zero('abandoned postpay_credits prepay_credits refund_balance_deducted_this_month'),
    ...zero('refund_balance_outstanding trial_use withheld'),
    ...none('refund_period_end refund_period_start refund_reason')
  };
}
