import { awsDisbursements, awsRevenue } from './awsMarketplace.ts';
import { azureCustomers, azureOrders, azureRevenue } from './azureMarketplace.ts';
import { azureMeteredUsage } from './azureUsage.ts';
import { cosell } from './cosell.ts';
import type { Dataset } from './dataset.ts';
import {
  gcpDailyInsights,
  gcpIncrementalDailyInsights,
  gcpIncrementalMonthlyInsights,
  gcpMonthlyInsights
} from './gcpInsights.ts';
import { gcpChargesAndUsage, gcpDisbursements, gcpDisbursementsSummary } from './gcpPayments.ts';

/** The data sets of `/analytics/datasets/`, by name: all that are public (airbytehq/airbyte, source-clazar). */
export const datasets: ReadonlyMap<string, Dataset> = new Map([
  ['aws_cosell_opportunities', cosell('aws')],
  ['aws_marketplace_disbursements', awsDisbursements],
  ['aws_marketplace_revenue', awsRevenue],
  ['azure_cosell_opportunities', cosell('azure')],
  ['azure_marketplace_customers', azureCustomers],
  ['azure_marketplace_metered_usage', azureMeteredUsage],
  ['azure_marketplace_orders', azureOrders],
  ['azure_marketplace_revenue', azureRevenue],
  ['gcp_marketplace_charges_and_usage', gcpChargesAndUsage],
  ['gcp_marketplace_daily_insights', gcpDailyInsights],
  ['gcp_marketplace_disbursements', gcpDisbursements],
  ['gcp_marketplace_disbursements_summary', gcpDisbursementsSummary],
  ['gcp_marketplace_incremental_daily_insights', gcpIncrementalDailyInsights],
  ['gcp_marketplace_incremental_monthly_insights', gcpIncrementalMonthlyInsights],
  ['gcp_marketplace_monthly_insights', gcpMonthlyInsights]
]);
