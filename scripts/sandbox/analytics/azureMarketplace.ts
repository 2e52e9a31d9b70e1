import type { JsonObject } from '../json.ts';
import { dayOf, instant } from '../store/index.ts';
import type { Dataset } from './dataset.ts';
import { datasetOf, none, without, zero } from './dataset.ts';
import type { Charge, Subscription } from './subscriptions.ts';
import { charges, monthOf, paysAfter, split, subscriptions, textOf } from './subscriptions.ts';

const day = 86_400_000;

/** `azure_marketplace_revenue`: a row for each payment that was invoiced. */
export const azureRevenue: Dataset = datasetOf(
  (world, now) => charges(world, 'azure', now),
  revenueRow
);

/** `azure_marketplace_customers`: a row for each customer of an offer. */
export const azureCustomers: Dataset = datasetOf(
  (world) => subscriptions(world, 'azure'),
  customerRow
);

/** `azure_marketplace_orders`: a row for each subscription. */
export const azureOrders: Dataset = datasetOf((world) => subscriptions(world, 'azure'), orderRow);

function revenueRow(charge: Charge, now: number): JsonObject {
  const { subscription, at } = charge;
  return {
    ...customer(subscription),
    ...offer(subscription),
    customer_email: subscription.customer.email,
    is_private_offer: subscription.sale.isPrivate,
    ...none('customer_city customer_postal_code customer_state'),
    ...amounts(charge),
    ...payout(charge, now),
    dataset_month: monthOf(at),
    month_start_date: monthOf(at),
    event_time_stamp: instant(at),
    term_start_date: dayOf(subscription.start),
    term_end_date: dayOf(subscription.end),
    offer_visibility: visibility(subscription),
    billing_model: 'FlatRate',
    sales_channel: subscription.sale.isReseller ? 'CSP' : 'Enterprise',
    payment_instrument_type: 'Invoice',
    quantity: 1,
    units: '1',
    trial_deployment: 0,
    ...none('reseller_city reseller_company reseller_country reseller_email reseller_id'),
    ...none('reseller_postal_code reseller_state adjustment_reason_code adjustment_type')
  };
}

/** Everything is in US dollars: the exchange rate is one. */
function amounts({ cents }: Charge): JsonObject {
  const { gross, net } = split(cents);
  return {
    transaction_currency: 'USD',
    transaction_amount_cc: gross,
    transaction_amount_pc: gross,
    transaction_amount_usd: gross,
    list_price_usd: gross,
    discounted_price_usd: gross,
    revenue: gross,
    estimated_revenue_pc: gross,
    estimated_revenue_usd: gross,
    earning_currency_code: 'USD',
    earning_amount_cc: net,
    earning_amount_pc: net,
    earning_amount_usd: net,
    earning_exchange_rate_pc: 1,
    exchange_rate_pc: 1,
    exchange_rate_usd: 1,
    incentive_rate: 97
  };
}

function payout({ subscription, number, at }: Charge, now: number): JsonObject {
  const paid = at + paysAfter;
  const id = `${subscription.contract.cloud_id}-${String(number)}`;
  return {
    earning_id: `earning-${id}`,
    line_item_id: id,
    purchase_record_id: subscription.contract.id,
    invoice_id: `E${id.slice(0, 8).toUpperCase()}${String(number)}`,
    is_invoiced: 1,
    invoice_date: dayOf(at),
    invoice_due_date: dayOf(at + 30 * day),
    exchange_rate_date: dayOf(at),
    estimated_payout_month: monthOf(paid),
    payout_currency: 'USD',
    payout_status: paid <= now ? 'Sent' : 'Upcoming',
    payment_sent_date: paid <= now ? dayOf(paid) : null,
    days_uncollected: paid <= now ? '0' : String(Math.floor((now - at) / day))
  };
}

function customerRow(subscription: Subscription, now: number): JsonObject {
  const { contract, customer: who, start, end } = subscription;
  const [firstName = null, ...rest] = who.fullName.split(' ');
  const isOver = end < now;
  return {
    ...without(customer(subscription), 'customer_country asset_id customer_name'),
    ...offer(subscription),
    customer_country_region: who.country,
    dataset_month: monthOf(now),
    first_name: firstName,
    last_name: rest.join(' '),
    email: who.email,
    purchaser_email: who.email,
    date_acquired: dayOf(start),
    date_lost: isOver ? dayOf(end) : null,
    is_active: isOver ? 0 : 1,
    promotional_customers: 0,
    customer_type: 'Organization',
    azure_license_type: 'Enterprise',
    marketplace_subscription_id: contract.cloud_id,
    reference_id: contract.id,
    commerce_root_customer: textOf(who.identifiers, 'tenant_id'),
    provider_name: 'Lumenfold Inc.',
    last_modified_at: contract.last_modified_at,
    ...none('address_line_1 customer_city customer_postal_code customer_state provider_email')
  };
}

function orderRow(subscription: Subscription, now: number): JsonObject {
  const { contract, terms, start, end } = subscription;
  const price = terms.cents / 100;
  return {
    ...without(customer(subscription), 'customer_name'),
    ...offer(subscription),
    offer_visibility: visibility(subscription),
    dataset_month: monthOf(now),
    month_start_date: monthOf(start),
    event_timestamp: instant(start),
    currency: 'USD',
    billed_revenue: price,
    discount_price_usd: price,
    list_price_usd: price.toFixed(2),
    billing_plan: terms.payments === 1 ? 'Upfront' : 'Recurring',
    billing_term: contract.duration,
    auto_renew: contract.auto_renew,
    order_status: end < now ? 'Expired' : 'Active',
    order_action: 'Purchase',
    order_version: '1',
    version: 1,
    order_purchase_date: dayOf(start),
    order_cancel_date: end < now ? dayOf(end) : null,
    term_start_date: dayOf(start),
    term_end_date: dayOf(end),
    marketplace_subscription_id: contract.cloud_id,
    purchase_record_id: contract.id,
    purchase_record_line_item_id: `${contract.id}-1`,
    reference_id: contract.id,
    azure_license_type: 'Enterprise',
    marketplace_license_type: 'Billed through Azure',
    is_new_customer: 1,
    is_private_offer: subscription.sale.isPrivate,
    quantity: 1,
    quantity_changed: 0,
    ...zero('has_trial is_preview_sku is_trial'),
    ...none('cloud_instance_name trial_end_date')
  };
}

/** Who buys: columns that all reports of Azure share. */
export function customer({ contract, customer: who }: Subscription): JsonObject {
  return {
    asset_id: contract.cloud_id,
    billing_account_id: textOf(who.identifiers, 'billing_account_id'),
    billing_id: textOf(who.identifiers, 'tenant_id'),
    customer_id: contract.buyer_id,
    customer_name: who.name,
    customer_company_name: who.name,
    customer_country: who.country
  };
}

/** What is bought: columns that all reports of Azure share. */
export function offer(subscription: Subscription): JsonObject {
  const { product, sale } = subscription;
  return {
    offer_id: textOf(product.properties, 'offer_id'),
    offer_name: product.title,
    offer_type: 'SaaS',
    plan_id: textOf(product.properties, 'plan_id'),
    plan_visibility: visibility(subscription),
    sku: textOf(product.properties, 'plan_id'),
    is_private_plan: sale.isPrivate,
    private_offer_id: sale.id,
    private_offer_name: sale.name,
    multi_party: sale.isReseller ? 1 : 0
  };
}

/** Whom an offer is shown to. */
export function visibility({ sale }: Subscription): string {
  return sale.isPrivate === 1 ? 'Private' : 'Public';
}
