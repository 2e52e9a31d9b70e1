import { dayLength } from '../data/terms.ts';
import type { JsonObject } from '../json.ts';
import type { Buyer } from '../records.ts';
import type { Page } from '../store/index.ts';
import { dayOf, millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';
import type { AwsPayment } from './awsPayments.ts';
import { awsPayments } from './awsPayments.ts';
import type { Dataset, DatasetQuery } from './dataset.ts';

/** AWS takes three per cent, and pays out about a month after the invoice. */
const feePercentage = 3;
const paysAfter = 35 * dayLength;

/** `aws_marketplace_revenue`: a row for each payment that was invoiced. */
export const awsRevenue: Dataset = (world, query) => rowsOf(world, query, revenueRow);

/** `aws_marketplace_disbursements`: the same payments, and what AWS has paid out of them. */
export const awsDisbursements: Dataset = (world, query) => rowsOf(world, query, disbursementRow);

type RowMaker = (world: World, payment: AwsPayment, now: number) => JsonObject;

function rowsOf(world: World, query: DatasetQuery, row: RowMaker): Page<JsonObject> {
  const payments = awsPayments(world, query.now);
  const from = (query.page - 1) * query.pageSize;
  const shown = payments.slice(from, from + query.pageSize);
  return {
    count: payments.length,
    records: shown.map((payment) => row(world, payment, query.now))
  };
}

function revenueRow(world: World, payment: AwsPayment, now: number): JsonObject {
  return {
    ...agreement(payment),
    ...parties(world, payment),
    ...amounts(payment, now),
    aws_tax_share: 0,
    aws_tax_share_refund: 0
  };
}

function disbursementRow(world: World, payment: AwsPayment, now: number): JsonObject {
  const { net } = split(payment);
  const isPaid = payment.invoiced + paysAfter <= now;
  return {
    ...agreement(payment),
    ...parties(world, payment),
    ...amounts(payment, now),
    disbursement_period: dayOf(payment.invoiced).slice(0, 7),
    disbursed_net_revenue: isPaid ? net : 0,
    undisbursed_net_revenue: isPaid ? 0 : net,
    disbursement_time_in_days: isPaid ? paysAfter / dayLength : null
  };
}

function split({ cents }: AwsPayment): { gross: number; fee: number; net: number } {
  const fee = Math.round((cents * feePercentage) / 100);
  return { gross: cents / 100, fee: fee / 100, net: (cents - fee) / 100 };
}

function dayOfText(text: string | null): string | null {
  return text === null ? null : dayOf(millisecondsOf(text));
}

function agreement({ contract, offer, number, invoiced }: AwsPayment): JsonObject {
  return {
    agreement_id: contract.cloud_id,
    agreement_acceptance_date: dayOfText(contract.accepted_at),
    agreement_start_date: dayOfText(contract.start_at),
    agreement_end_date: dayOfText(contract.end_at),
    offer_id: offer?.cloud_id ?? null,
    offer_name: offer?.name ?? null,
    offer_visibility: offer ? 'Private' : 'Public',
    invoice_id: `${contract.cloud_id.slice(5, 13)}-${number}`,
    invoice_date: dayOf(invoiced),
    payment_due_date: dayOf(invoiced + 30 * dayLength),
    payment_terms: 'Net 30',
    transaction_reference_id: `${contract.id}-${number}`,
    usage_period_start_date: null,
    usage_period_end_date: null
  };
}

function amounts(payment: AwsPayment, now: number): JsonObject {
  const { gross, fee, net } = split(payment);
  const paid = payment.invoiced + paysAfter;
  return {
    currency: payment.contract.metadata['currency'] ?? 'USD',
    gross_revenue: gross,
    gross_refund: 0,
    listing_fee: fee,
    listing_fee_percentage: feePercentage,
    listing_fee_refund: 0,
    listing_fee_invoice_id: null,
    aws_tax_share_listing_fee: 0,
    aws_tax_share_refund_listing_fee: 0,
    seller_net_revenue: net,
    seller_tax_share: 0,
    seller_tax_share_refund: 0,
    wholesale_cost: 0,
    wholesale_cost_refund: 0,
    disbursement_status: paid <= now ? 'Disbursed' : 'Not disbursed',
    disbursement_date: paid <= now ? dayOf(paid) : null,
    disburse_bank_trace_id: null
  };
}

function parties(world: World, { contract }: AwsPayment): JsonObject {
  const listing = world.records.listings.get(contract.listing_id);
  return {
    product_id: listing?.cloud_id ?? null,
    product_title: listing?.title ?? null,
    product_code: listing?.metadata['product_code'] ?? null,
    isv_account_id: '704938127755',
    isv_company_name: 'Lumenfold Inc.',
    aws_seller_of_record: 'AWS Inc.',
    customer_reference_id: contract.buyer_id,
    resale_authorization_id: null,
    resale_authorization_name: null,
    resale_authorization_description: null,
    reseller_aws_account_id: null,
    reseller_company_name: null,
    ...account(world, contract.buyer_id, 'payer'),
    ...account(world, contract.buyer_id, 'subscriber')
  };
}

function account(world: World, buyerId: string, role: 'payer' | 'subscriber'): JsonObject {
  const buyer = world.records.buyers.get(buyerId);
  const columns: JsonObject = {
    ...(buyer ? accountOf(buyer) : {}),
    ...unknownAddress
  };
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [`${role}_${name}`, value])
  );
}

function accountOf({ cloud_account_id, name, domain, metadata }: Buyer): JsonObject {
  const { country = null } = metadata;
  return { aws_account_id: cloud_account_id, company_name: name, email_domain: domain, country };
}

const unknownAddress = { address_id: null, city: null, postal_code: null, state_or_region: null };
