import { chance, randomFor } from '../../data/random.ts';
import type { JsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import { instant } from '../../store/index.ts';
import type { World } from '../../world.ts';
import type { Action } from '../aws/actions.ts';
import { change } from '../change.ts';
import { columnErrors, refuseWrong } from '../checks.ts';
import { step } from '../machine.ts';
import {
  azureClosingErrors,
  azureCreatable,
  azureCreationErrors,
  azureDateErrors,
  azureUpdatable
} from './columns.ts';
import type { AzureEvent } from './states.ts';
import { azureColumnsOf, azureMachine, azureStateOf } from './states.ts';

/** Microsoft answers a referral within an hour. */
const answerTakes = 60 * 60_000;

/** Accepts a referral of Microsoft. */
export function acceptAzure({ world, record, now }: Action): Opportunity {
  const state = step(azureMachine, azureStateOf(record), 'accept');
  const columns = { ...azureColumnsOf(state), accepted_date_time: instant(now) };
  return change(world, record, { at: now, columns, metadata: { sub_status: 'Accepted' } });
}

/** Declines a referral of Microsoft. */
export function rejectAzure({ world, record, now, body }: Action): Opportunity {
  const state = step(azureMachine, azureStateOf(record), 'reject');
  const { rejection_reason: status_reason = null } = body;
  const columns = { ...azureColumnsOf(state), status_reason, closed_date_time: instant(now) };
  return change(world, record, { at: now, columns, metadata: { sub_status: 'Declined' } });
}

/** Changes columns; `sub_status` Won or Lost closes the referral for ever. */
export function updateAzure({ world, record, now, body }: Action): Opportunity {
  const state = step(azureMachine, azureStateOf(record), eventOf(body));
  refuseWrong([
    ...columnErrors(body, azureUpdatable),
    ...azureClosingErrors(body),
    ...azureDateErrors(body, instant(now))
  ]);
  const isClosed = state === 'won' || state === 'lost';
  const closing: JsonObject = isClosed ? { closed_date_time: instant(now) } : {};
  const won: JsonObject = state === 'won' ? { sales_stage: '100%' } : {};
  const words = azureColumnsOf(state);
  const columns: JsonObject = { ...body, ...words, ...closing, ...won };
  // A won deal can be registered once, which happens in Partner Center.
  const registration: JsonObject =
    state === 'won' ? { deal_registration: { status: 'Not Registered' } } : {};
  const metadata = { sub_status: words['sub_status'] ?? null, ...registration };
  return change(world, record, { at: now, columns, metadata });
}

function eventOf({ sub_status }: JsonObject): AzureEvent {
  if (sub_status === 'Won') return 'win';
  return sub_status === 'Lost' ? 'lose' : 'update';
}

/** A referral of the partner: shared with Microsoft, which answers, unless it needs no help. */
export function createAzure(action: Omit<Action, 'record'> & { id: string }): Opportunity {
  const { world, now, body, id } = action;
  refuseWrong([...columnErrors(body, azureCreatable), ...azureCreationErrors(body, instant(now))]);
  const referral = randomFor(world.seed, `new referral ${id}`).uuid();
  const needsHelp = body['deal_type'] === 'Co-sell';
  const state = azureColumnsOf(needsHelp ? 'pending' : 'active');
  const record: Opportunity = {
    id,
    cloud: 'azure',
    cloud_id: referral,
    cloud_url: `https://partner.microsoft.com/en-us/dashboard/referrals/v2/cosell/${referral}`,
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
    metadata: { deal_type: body['deal_type'] ?? null, sub_status: state['sub_status'] ?? null },
    details: emptyRow(world),
    last_modified_at: ''
  };
  const columns = {
    sales_stage: '10%',
    currency: 'USD',
    ...body,
    ...state,
    ...born(id, referral, now)
  };
  if (needsHelp) planAnswer(world, id, now);
  return change(world, record, { at: now, columns });
}

function born(uuid: string, referral_id: string, now: number): JsonObject {
  const at = instant(now);
  const dates = {
    created_date_time: at,
    created_at: at,
    cloud_created_at: at,
    seller_created_at: at
  };
  return {
    uuid,
    referral_id,
    cloud: 'azure',
    direction: 'Outgoing',
    qualification: 'None',
    ...dates
  };
}

/** Microsoft looks at a new referral within the hour. */
export function planAnswer(world: World, id: string, now: number): void {
  world.agenda.schedule({ at: now + answerTakes, kind: 'answerReferral', id });
}

/** Microsoft accepts nine referrals of ten. */
export function answerReferral(world: World, { id, at }: { id: string; at: number }): void {
  const record = world.records.opportunities.get(id);
  if (!record || azureStateOf(record) !== 'pending') return;
  const isAccepted = chance(randomFor(world.seed, `answer ${id}`), 0.9);
  const event = isAccepted ? 'microsoftAccepts' : 'microsoftDeclines';
  const words = azureColumnsOf(step(azureMachine, 'pending', event));
  const dates: JsonObject = isAccepted
    ? { accepted_date_time: instant(at) }
    : { closed_date_time: instant(at), status_reason: 'Other' };
  const metadata = { sub_status: words['sub_status'] ?? null };
  change(world, record, { at, columns: { ...words, ...dates }, metadata });
}

const flags = ['is_macc_eligible', 'is_matching_complete', 'is_spam'];

/** The columns of any row, with nothing in them. */
function emptyRow({ records }: World): JsonObject {
  const example = records.opportunities.all().find(({ cloud }) => cloud === 'azure');
  const columns = Object.entries(example?.details ?? {});
  return Object.fromEntries(columns.map(([name, value]) => [name, emptied(name, value)]));
}

function emptied(name: string, value: unknown): JsonObject[string] {
  if (Array.isArray(value)) return [];
  if (flags.includes(name) || typeof value === 'boolean') return false;
  return typeof value === 'object' && value !== null ? {} : null;
}
