import type { JsonObject } from '../json.ts';
import { dayOf } from '../store/index.ts';
import { customer, offer, visibility } from './azureMarketplace.ts';
import type { Dataset } from './dataset.ts';
import { datasetOf, none, zero } from './dataset.ts';
import { monthOf } from './subscriptions.ts';
import type { Usage } from './usage.ts';
import { usages } from './usage.ts';

/** `azure_marketplace_metered_usage`: a row for each usage event that was taken. */
export const azureMeteredUsage: Dataset = datasetOf((world) => usages(world, 'azure'), usageRow);

function usageRow(usage: Usage): JsonObject {
  const { record, subscription, start } = usage;
  return {
    ...customer(subscription),
    ...offer(subscription),
    ...costs(usage),
    offer_visibility: visibility(subscription),
    is_private_offer: subscription.sale.isPrivate,
    dataset_month: monthOf(start),
    month_start_date: monthOf(start),
    usage_date: dayOf(start),
    usage_reference: record.id,
    usage_unit: 'Units',
    meter_dimension: record.dimension,
    meter_id: record.dimension,
    is_custom_meter: 1,
    marketplace_subscription_id: subscription.contract.cloud_id,
    reference_id: subscription.contract.id,
    azure_license_type: 'Enterprise',
    marketplace_license_type: 'Billed through Azure',
    skubilling_type: 'Paid',
    ...zero('core_size is_multisolution is_new_customer is_preview_sku vmsubscription'),
    ...zero('partner_center_detected_anomaly'),
    ...none('cloud_instance_name deployment_method vmsize')
  };
}

function costs({ quantity, price }: Usage): JsonObject {
  const unit = price / 100;
  const charge = (quantity * price) / 100;
  return {
    raw_usage: quantity,
    metered_usage: quantity,
    normalized_usage: quantity,
    list_price_usd: unit,
    discounted_price_usd: unit,
    price_cc: unit,
    estimated_price_pc: unit,
    estimated_extended_charge_cc: charge,
    estimated_extended_charge_pc: charge,
    estimated_financial_impact_usd: charge,
    customer_currency_cc: 'USD',
    payout_currency_pc: 'USD'
  };
}
