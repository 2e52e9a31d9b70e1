import { awsDisbursements, awsRevenue } from './awsMarketplace.ts';
import { cosell } from './cosell.ts';
import type { Dataset } from './dataset.ts';

/**
 * The data sets of `/analytics/datasets/`, by name. Clazar has more (clazar.md 6.8); those that need
 * reports of the clouds which the sandbox does not have are as unknown here as any other name.
 */
export const datasets: ReadonlyMap<string, Dataset> = new Map([
  ['aws_cosell_opportunities', cosell('aws')],
  ['azure_cosell_opportunities', cosell('azure')],
  ['aws_marketplace_revenue', awsRevenue],
  ['aws_marketplace_disbursements', awsDisbursements]
]);
