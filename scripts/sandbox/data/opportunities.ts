import type { Cloud, Opportunity } from '../records.ts';
import { planAnswer, planReview } from '../lifecycle/index.ts';
import { scheduleReferral } from '../timeLapse/schedule.ts';
import type { World } from '../world.ts';
import { awsOpportunity } from './awsCosell.ts';
import { azureOpportunity } from './azureCosell.ts';
import { companyAt } from './companies.ts';
import { gcpOpportunity } from './gcpCosell.ts';
import type { OpportunitySeed } from './opportunitySeed.ts';
import { chance, randomFor, weighted } from './random.ts';
import { dayLength } from './terms.ts';

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
    planWhatFollows(world, opportunity, now + random.integer(4, 90) * 3_600_000);
  }
}

/** A referral waits until its deadline; a review or answer of the cloud comes at `later`. */
function planWhatFollows(world: World, opportunity: Opportunity, later: number): void {
  const { id, cloud, status, metadata } = opportunity;
  if (['PENDING', 'New'].includes(status)) scheduleReferral(world, opportunity);
  if (status === 'Submitted' && cloud === 'aws') planReview(world, id, later);
  if (status === 'In review') world.agenda.schedule({ at: later, kind: 'decideReview', id });
  if (metadata['sub_status'] === 'Pending') planAnswer(world, id, later);
}
