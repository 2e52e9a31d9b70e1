import type { Dataset } from './cosell.ts';
import { cosell } from './cosell.ts';

/**
 * The data sets of `/analytics/datasets/`, by name. Clazar has more (clazar.md 6.8); those that need
 * reports of the clouds which the sandbox does not have are as unknown here as any other name.
 */
export const datasets: ReadonlyMap<string, Dataset> = new Map([
  ['aws_cosell_opportunities', cosell('aws')],
  ['azure_cosell_opportunities', cosell('azure')]
]);
