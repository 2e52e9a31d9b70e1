import type { Random } from '../../shared/index.ts';
import type { Cloud, Opportunity } from '../records.ts';
import { instant } from '../store/index.ts';
import { scheduleReferral } from '../timeLapse/schedule.ts';
import type { World } from '../world.ts';
import { awsOpportunity } from './awsCosell.ts';
import { azureOpportunity } from './azureCosell.ts';
import type { Company } from './companies.ts';
import { companyAt } from './companies.ts';
import { gcpOpportunity } from './gcpCosell.ts';
import { chance, randomFor, weighted } from './random.ts';
import { dayLength } from './terms.ts';

/** What a seeded co-sell opportunity is made from. */
export interface OpportunitySeed {
  readonly id: string;
  readonly random: Random;
  readonly company: Company;
  /** The solution that is sold. */
  readonly solution: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly now: number;
}

const makers: Record<Cloud, (seed: OpportunitySeed) => Opportunity> = {
  aws: awsOpportunity,
  azure: azureOpportunity,
  gcp: gcpOpportunity
};

const solutions = [
  'Observability',
  'Data Catalog',
  'Cost Guard',
  'Event Stream',
  'Identity Shield'
];

/** Fills the world with `count` co-sell opportunities of the three clouds. */
export function addOpportunities(world: World, count: number, now: number): void {
  for (let index = 0; index < count; index += 1) {
    const random = randomFor(world.seed, `opportunity:${index}`);
    const cloud = weighted<Cloud>(random, [
      ['aws', 55],
      ['azure', 33],
      ['gcp', 12]
    ]);
    const opportunity = makers[cloud]({
      id: random.uuid(),
      random,
      company: companyAt(world.seed, chance(random, 0.3) ? random.integer(0, 39) : 40 + index),
      solution: `Lumenfold ${random.pick(solutions)}`,
      created: now - Math.floor(random.next() * 240 * dayLength) - 3_600_000,
      now
    });
    world.records.opportunities.put(opportunity);
    if (['PENDING', 'New'].includes(opportunity.status)) scheduleReferral(world, opportunity);
  }
}

/** An instant between `from` and `to` (milliseconds since 1970). */
export function between(random: Random, from: number, to: number): string {
  return instant(from + Math.floor(random.next() * (to - from)));
}
