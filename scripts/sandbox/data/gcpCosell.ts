import type { Opportunity } from '../records.ts';
import { dayOf, instant } from '../store/index.ts';
import type { OpportunitySeed } from './opportunitySeed.ts';
import { between, code, weighted } from './random.ts';
import { dayLength } from './terms.ts';

const stages: readonly [string, number][] = [
  ['Qualify', 30],
  ['Refine', 25],
  ['Tech Eval/Solution Dev', 20],
  ['Proposal/Negotiation', 15],
  ['Closed Won', 10]
];
const statuses: readonly [string, number][] = [
  ['Submitted', 30],
  ['Approved', 60],
  ['Rejected', 10]
];

/** A deal registration of Google. Its states are assumed: no public API or data set names them. */
export function gcpOpportunity(seed: OpportunitySeed): Opportunity {
  const { random, company, created, now } = seed;
  const status = weighted(random, statuses);
  const cloud_id = `006${code(random, 12)}AAA`;
  const close = now + random.integer(10, 180) * dayLength;
  return {
    id: seed.id,
    cloud: 'gcp',
    cloud_id,
    cloud_url: `https://partners.cloud.google.com/opportunities/${cloud_id}`,
    title: `${company.name}: ${seed.solution}`,
    stage: status === 'Approved' ? weighted(random, stages) : 'Qualify',
    status,
    customer_company: company.name,
    customer_website: `https://www.${company.domain}`,
    target_close_date: dayOf(close),
    accept_by: null,
    created_at: instant(created),
    custom_properties: {},
    external_object_associations: {},
    metadata: { product_family: 'Google Cloud Platform' },
    details: {},
    last_modified_at: between(random, created, now)
  };
}
