import { asText } from '../../json.ts';
import { code, digits, randomFor } from '../../data/random.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import { dayOf, instant } from '../../store/index.ts';
import type { World } from '../../world.ts';
import { change } from '../change.ts';
import { columnErrors, missing, refuseWrong } from '../checks.ts';
import { step } from '../machine.ts';
import { awsAssociations, awsColumns } from './columns.ts';
import { answerWrite, associateWrites, createWrite, submitWrite, updateWrite } from './selling.ts';
import { consistencyErrors, lockedErrors, submissionErrors } from './rules.ts';
import { awsMachine, awsStateOf, awsWords } from './states.ts';

/** Something a partner does to an opportunity. `now` in milliseconds since 1970. */
export interface Action {
  readonly world: World;
  readonly record: Opportunity;
  readonly now: number;
  readonly body: JsonObject;
}

/** AWS takes this long to make an opportunity from an invitation, or to take a submission. */
const taskTakes = 20_000;
const reviewStartsAfter = 5 * 60_000;

/** Accepts an invitation: a task of AWS, which makes the opportunity when it is complete. */
export function acceptAws({ world, record, now }: Action): Opportunity {
  step(awsMachine, awsStateOf(record), 'accept');
  world.awsWrites.push(answerWrite(record, undefined));
  return startTask(world, record, { kind: 'accept', now });
}

/** Rejects an invitation with AWS's reasons. */
export function rejectAws({ world, record, now, body }: Action): Opportunity {
  const state = step(awsMachine, awsStateOf(record), 'reject');
  const status = awsWords[state];
  const { rejection_reason = null } = body;
  world.awsWrites.push(answerWrite(record, rejection_reason));
  const columns = { status, partner_acceptance_status: status, rejection_reason };
  return change(world, record, { at: now, columns });
}

/** Changes columns; what AWS has locked, or what does not fit together, is refused as a whole. */
export function updateAws({ world, record, now, body: given }: Action): Opportunity {
  const body = withoutNulls(given);
  const before = awsStateOf(record);
  const state = step(awsMachine, before, 'update');
  const details = { ...record.details, ...body };
  refuseWrong([
    ...columnErrors(body, awsColumns),
    ...lockedErrors(before, body, record.details),
    ...missing(details, always),
    ...consistencyErrors(details, before, dayOf(now))
  ]);
  const columns = { ...body, ...nextSteps(record, body, now), status: awsWords[state] };
  const next = change(world, record, { at: now, columns });
  world.awsWrites.push(updateWrite(record, next));
  if (before === 'actionRequired') planReview(world, next.id, now);
  return next;
}

/** Without these a record cannot be shown. */
const always = ['customer_company_name', 'partner_project_title', 'sale_stage'];

/** Two columns of the data set are never null (airbytehq/airbyte, source-clazar). */
function withoutNulls(body: JsonObject): JsonObject {
  const { campaign_name, partner_primary_need_from_aws: needs } = body;
  return {
    ...body,
    ...(campaign_name === null ? { campaign_name: '' } : {}),
    ...(needs === null ? { partner_primary_need_from_aws: [] } : {})
  };
}

/** AWS keeps the last fifty next steps. */
function nextSteps({ details }: Opportunity, body: JsonObject, now: number): JsonObject {
  const value = body['next_step'];
  if (typeof value !== 'string' || value === details['next_step']) return {};
  const earlier = details['next_step_details'];
  const history: readonly Json[] = Array.isArray(earlier) ? earlier : [];
  return { next_step_details: [{ value, time: instant(now) }, ...history].slice(0, 50) };
}

/** Sets solutions, AWS products and the offer. */
export function associateAws({ world, record, now, body }: Action): Opportunity {
  step(awsMachine, awsStateOf(record), 'associate');
  if (Object.keys(body).length === 0) return record;
  refuseWrong(columnErrors(body, awsAssociations));
  world.awsWrites.push(...associateWrites(record, body));
  return change(world, record, { at: now, columns: body });
}

/** Submits a draft: AWS's task first, its review afterwards. */
export function submitAws({ world, record, now, body }: Action): Opportunity {
  step(awsMachine, awsStateOf(record), 'submit');
  const { involvement_type = 'Co-Sell', visibility = 'Full' } = body;
  refuseWrong(submissionErrors(record.details, asText(involvement_type), dayOf(now)));
  world.awsWrites.push(submitWrite(record, { involvement_type, visibility }));
  const metadata = { ...record.metadata, involvement_type, visibility };
  return startTask(world, { ...record, metadata }, { kind: 'submit', now });
}

function startTask(
  world: World,
  record: Opportunity,
  { kind, now }: { kind: 'accept' | 'submit'; now: number }
): Opportunity {
  const id = `task-${code(randomFor(world.seed, `task ${record.id} ${now}`), 13)}`;
  world.agenda.schedule({ at: now + taskTakes, kind: 'completeTask', id: record.id });
  const task = { id, kind, status: 'IN_PROGRESS', started_at: instant(now) };
  return change(world, record, { at: now, metadata: { ...record.metadata, task } });
}

/** AWS begins its review some minutes after a submission. */
export function planReview(world: World, id: string, now: number): void {
  world.agenda.schedule({ at: now + reviewStartsAfter, kind: 'startReview', id });
}

/** A draft of a partner, with every column of the data set. */
export function createAws(action: Omit<Action, 'record'> & { id: string }): Opportunity {
  const { world, now, id } = action;
  const body = withoutNulls(action.body);
  const random = randomFor(world.seed, `new opportunity ${id}`);
  const cloudId = `O${digits(random, 8)}`;
  const record: Opportunity = {
    id,
    cloud: 'aws',
    cloud_id: cloudId,
    cloud_url: `https://us-east-1.console.aws.amazon.com/partnercentral/opportunities/${cloudId}`,
    title: '',
    stage: '',
    status: '',
    customer_company: '',
    customer_website: null,
    target_close_date: null,
    accept_by: null,
    created_at: instant(now),
    custom_properties: {},
    external_object_associations: {},
    metadata: { catalog: 'AWS', origin: 'Partner Referral' },
    details: emptyRow(world),
    last_modified_at: ''
  };
  const columns = { ...draft(id, cloudId), ...body };
  refuseWrong([
    ...columnErrors(body, awsColumns),
    ...missing(columns, always),
    ...consistencyErrors({ ...record.details, ...columns }, 'draft', dayOf(now))
  ]);
  const draftMade = change(world, record, {
    at: now,
    columns: { ...columns, ...nextSteps(record, body, now) }
  });
  world.awsWrites.push(createWrite(draftMade));
  return draftMade;
}

function draft(uuid: string, cloudId: string): JsonObject {
  return {
    uuid,
    apn_crm_unique_identifier: cloudId,
    status: awsWords.draft,
    sale_stage: 'Prospect',
    opportunity_ownership: 'Partner Referral',
    campaign_name: '',
    is_greenfield: false,
    is_marketing_development_funded: false,
    is_opp_from_marketing_activity: false
  };
}

/** The columns of any row, without their values. */
function emptyRow({ records }: World): JsonObject {
  const example = records.opportunities.all().find(({ cloud }) => cloud === 'aws');
  const columns = Object.entries(example?.details ?? {});
  return Object.fromEntries(
    columns.map(([name, value]) => [name, Array.isArray(value) ? [] : null])
  );
}
