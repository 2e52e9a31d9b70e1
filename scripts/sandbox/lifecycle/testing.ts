import { asText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Body, TestAnswer, TestBench } from '../testing/client.ts';

/** Columns of an AWS opportunity that is ready for its submission, but for a solution. */
export const awsDeal = {
  customer_company_name: 'Harborford Foods',
  customer_website: 'https://www.harborford-foods.example',
  industry: 'Consumer Goods',
  country: 'US',
  state: 'Texas',
  postal_code: '78701',
  partner_project_title: 'Harborford Foods: Lumenfold Cost Guard',
  project_description: 'Cloud costs grew by 40 percent in a year and nobody can say why.',
  use_case: 'Monitoring & Observability',
  delivery_model: ['SaaS or PaaS'],
  partner_primary_need_from_aws: ['Co-Sell - Deal Support'],
  expected_monthly_aws_revenue: 12_000,
  target_close_date: '2027-03-31',
  sale_stage: 'Qualified'
};

/** Columns of a complete Azure referral. */
export const azureDeal = {
  customer_company_name: 'Harborford Foods',
  country: 'US',
  deal_name: 'Harborford Foods: Lumenfold Cost Guard',
  deal_type: 'Co-sell',
  deal_value: 48_000,
  closing_date_time: '2027-03-31T00:00:00.000000Z',
  notes: 'Needs help with the architecture review.',
  assistance_type: 'Workload-specific value proposition',
  solutions: [{ id: 'SOL-123456', name: 'Lumenfold Cost Guard', type: 'Name' }],
  consent_to_contact: true
};

/** A new record, made through the API. */
export async function created(
  bench: TestBench,
  cloud: 'aws' | 'azure',
  details: JsonObject
): Promise<Body> {
  const { body } = await bench.send('POST', '/opportunities/', { body: { cloud, details } });
  return body;
}

/** Does something to a record. */
export function act(
  bench: TestBench,
  { id }: Body | JsonObject,
  [verb, body]: readonly [verb: string, body?: JsonObject]
): Promise<TestAnswer> {
  return bench.send('POST', `/opportunities/${asText(id)}/${verb}/`, body ? { body } : {});
}

/** Changes columns of a record as it was last read. */
export function update(bench: TestBench, record: Body, details: JsonObject): Promise<TestAnswer> {
  const body = { last_modified_at: record['last_modified_at'], details };
  return bench.send('PATCH', `/opportunities/${asText(record['id'])}/details/`, { body });
}

/** The record as it is now. */
export async function reread(bench: TestBench, { id }: Body | JsonObject): Promise<Body> {
  return (await bench.get(`/opportunities/${asText(id)}/details/`)).body;
}

/** The fields that an answer complains of, with their codes. */
export function complaints({ body }: TestAnswer): string[] {
  const errors = body['errors'] as { field: string; code: string }[] | undefined;
  return (errors ?? []).map(({ field, code }) => `${field} ${code}`);
}

/** A draft of AWS with a solution, approved by AWS when `decision` says so. */
export async function decided(
  bench: TestBench,
  decision: 'approve' | 'requestChanges' | 'disqualify'
): Promise<Body> {
  const draft = await created(bench, 'aws', awsDeal);
  await act(bench, draft, ['associate', { solution_offered: ['S-1234567'] }]);
  await act(bench, draft, ['submit']);
  bench.clock.advance(30_000);
  await reread(bench, draft);
  bench.sandbox.control.review(asText(draft['id']), decision);
  return reread(bench, draft);
}
