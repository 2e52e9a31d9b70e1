import { unreachable } from '../../../shared/index.ts';
import { awsView } from '../../data/awsRow.ts';
import { fullName, personAt } from '../../data/people.ts';
import { chance, digits, randomFor } from '../../data/random.ts';
import * as words from '../../data/words.ts';
import type { JsonObject } from '../../json.ts';
import { asText, isJsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import { instant } from '../../store/index.ts';
import { scheduleReferral } from '../../timeLapse/schedule.ts';
import type { World } from '../../world.ts';
import { change } from '../change.ts';
import { step } from '../machine.ts';
import { planReview } from './actions.ts';
import type { AwsEvent } from './states.ts';
import { awsMachine, awsStateOf, awsWords, isTaskRunning } from './states.ts';

/** What AWS decides about a submission, or what becomes of a task of it. */
export const decisions = [
  'approve',
  'requestChanges',
  'disqualify',
  'completeTask',
  'failTask'
] as const satisfies readonly AwsEvent[];
export type Decision = (typeof decisions)[number];
type ReviewDecision = Exclude<Decision, 'completeTask' | 'failTask'>;

const reviewTakes = 15 * 60_000;

/** A moment in the life of an opportunity. `at` in milliseconds since 1970. */
interface Moment {
  readonly id: string;
  readonly at: number;
}

/** AWS has made the opportunity from an invitation, or has taken a submission. */
export function completeTask(world: World, { id, at }: Moment): void {
  const record = world.records.opportunities.get(id);
  if (!record || !isTaskRunning(record)) return;
  const state = step(awsMachine, awsStateOf(record), 'completeTask');
  const { task } = record.metadata;
  const metadata = { task: { ...(isJsonObject(task) ? task : {}), status: 'COMPLETE' } };
  if (state === 'submitted') {
    const columns = { status: awsWords.submitted, cloud_created_date: instant(at) };
    change(world, record, { at, columns, metadata });
    planReview(world, id, at);
    return;
  }
  change(world, record, {
    at,
    columns: { ...accepted(world, record), status: awsWords[state] },
    metadata
  });
}

/** What an accepted invitation shows: an opportunity's id and the customer's contact. */
function accepted(world: World, { id, details }: Opportunity): JsonObject {
  const random = randomFor(world.seed, `accepted ${id}`);
  const domain = asText(details['customer_website']).replace(/^https?:\/\/(www\.)?/, '');
  const person = personAt(random, domain);
  const rep = personAt(random, 'aws.example');
  return {
    apn_crm_unique_identifier: `O${digits(random, 8)}`,
    partner_acceptance_status: 'ACCEPTED',
    sale_stage: 'Qualified',
    aws_stage: 'Qualified',
    customer_first_name: person.firstName,
    customer_last_name: person.lastName,
    customer_email: person.email,
    customer_phone: person.phone,
    postal_code: digits(random, 5),
    aws_sales_rep_name: fullName(rep),
    aws_sales_rep_email: rep.email
  };
}

/** AWS takes a submission up. */
export function startReview(world: World, { id, at }: Moment): void {
  const record = world.records.opportunities.get(id);
  if (record?.status !== awsWords.submitted) return;
  change(world, record, { at, columns: { status: awsWords.inReview } });
  world.agenda.schedule({ at: at + reviewTakes, kind: 'decideReview', id });
}

/** AWS decides: most are approved, and whoever has made the wanted changes always is. */
export function decideReview(world: World, { id, at }: Moment): void {
  const record = world.records.opportunities.get(id);
  if (record?.status !== awsWords.inReview) return;
  review(world, record, { at, decision: decisionOn(world, record) });
}

function decisionOn({ seed }: World, { id, metadata }: Opportunity): ReviewDecision {
  if (metadata['reviews'] !== undefined) return 'approve';
  const random = randomFor(seed, `review ${id}`);
  if (chance(random, 0.75)) return 'approve';
  return chance(random, 0.7) ? 'requestChanges' : 'disqualify';
}

/**
 * Lets AWS decide now instead of in its time.
 *
 * @throws ApiError 409 when there is nothing to decide
 */
export function decide(
  world: World,
  record: Opportunity,
  { at, decision }: { at: number; decision: Decision }
): Opportunity {
  switch (decision) {
    case 'completeTask':
      step(awsMachine, awsStateOf(record), decision);
      completeTask(world, { id: record.id, at });
      return world.records.opportunities.get(record.id) ?? record;
    case 'failTask':
      return failTask(world, record, at);
    case 'approve':
    case 'requestChanges':
    case 'disqualify':
      return review(world, record, { at, decision });
    default:
      return unreachable(decision);
  }
}

/** A task that AWS accepted and could not do: everything is as before, and the task says why. */
function failTask(world: World, record: Opportunity, at: number): Opportunity {
  const state = step(awsMachine, awsStateOf(record), 'failTask');
  const reason = state === 'draft' ? 'OpportunitySubmissionFailed' : 'InvitationValidationFailed';
  const { task } = record.metadata;
  const failure = { status: 'FAILED', reason_code: reason, message: 'AWS could not do this.' };
  const metadata = { task: { ...(isJsonObject(task) ? task : {}), ...failure } };
  if (state === 'invited') scheduleReferral(world, record);
  return change(world, record, { at, metadata });
}

function review(
  world: World,
  record: Opportunity,
  { at, decision }: { at: number; decision: ReviewDecision }
): Opportunity {
  const status = awsWords[step(awsMachine, awsStateOf(record), decision)];
  const columns = {
    status,
    aws_stage: record.details['sale_stage'] ?? null,
    apn_reviewer_comments: words.reviewComments[status] ?? null,
    apn_disqualified_reason: decision === 'disqualify' ? 'Duplicate' : null,
    aws_marketplace_engagement_score: decision === 'approve' ? 'Medium' : null
  };
  const reviews = Number(record.metadata['reviews'] ?? 0) + 1;
  const isApproved = decision === 'approve';
  const view: JsonObject = isApproved
    ? { aws_view: awsView({ ...record.details, ...columns }) }
    : {};
  return change(world, record, { at, columns, metadata: { reviews, ...view } });
}
