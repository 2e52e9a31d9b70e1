import { randomFor } from '../data/random.ts';
import { rejectionReasons } from '../data/words.ts';
import type { Check } from '../http/body.ts';
import { checkedBody, isObject, isText, orNull } from '../http/body.ts';
import { ApiError } from '../http/errors.ts';
import type { Answer, Call, Operation } from '../http/operation.ts';
import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Action } from '../lifecycle/index.ts';
import {
  acceptAws,
  acceptAzure,
  associateAws,
  closedReasons,
  createAws,
  createAzure,
  involvementTypes,
  rejectAws,
  rejectAzure,
  submitAws,
  updateAws,
  updateAzure,
  visibilities
} from '../lifecycle/index.ts';
import type { Opportunity } from '../records.ts';
import { requireRecord, save } from './resource.ts';

const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? undefined
    : 'Must be a list of texts.';

function oneOf(values: readonly string[]): Check {
  return (value) =>
    values.some((known) => known === value) ? undefined : `Must be one of: ${values.join('; ')}.`;
}

const lock = { last_modified_at: isText };

/** What each cloud does with an action, and what a request for it may say. */
interface Verb {
  readonly name: string;
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  readonly aws: (action: Action) => Opportunity;
  readonly azure?: (action: Action) => Opportunity;
}

const verbs: readonly Verb[] = [
  { name: 'accept', fields: lock, aws: acceptAws, azure: acceptAzure },
  {
    name: 'reject',
    fields: {
      ...lock,
      rejection_reason: oneOf([...new Set([...rejectionReasons, ...closedReasons])]),
      comment: orNull(isText)
    },
    required: ['rejection_reason'],
    aws: rejectAws,
    azure: rejectAzure
  },
  {
    name: 'submit',
    fields: {
      ...lock,
      involvement_type: oneOf(involvementTypes),
      visibility: oneOf(visibilities)
    },
    aws: submitAws
  },
  {
    name: 'associate',
    fields: { ...lock, solution_offered: texts, aws_products: texts, offers: texts },
    aws: associateAws
  }
];

/** A record with its columns: the list's shape, and `details`. */
function answer(record: Opportunity, status = 200): Answer {
  return { status, body: { ...record } };
}

/** @throws ApiError 409 when the record has changed since the caller read it */
function requireFresh(record: Opportunity, seen: unknown): void {
  if (seen === undefined || seen === record.last_modified_at) return;
  const message = `The record was changed at ${record.last_modified_at}: read it again.`;
  throw new ApiError('stale_record', message);
}

function perform({ name, fields, required = [], aws, azure }: Verb): Operation {
  return {
    method: 'POST',
    path: `/opportunities/{uuid}/${name}/`,
    limit: 'standard',
    handle: (call) => {
      const record = requireRecord('opportunities', call);
      const given = call.body === undefined ? {} : call.body;
      const { last_modified_at, ...body } = checkedBody(given, { fields, required });
      requireFresh(record, last_modified_at);
      const action = { world: call.world, record, now: call.now, body };
      if (record.cloud === 'aws') return answer(aws(action));
      if (record.cloud === 'azure' && azure) return answer(azure(action));
      throw new ApiError('not_supported', `There is no ${name} for ${record.cloud}.`);
    }
  };
}

const readDetails: Operation = {
  method: 'GET',
  path: '/opportunities/{uuid}/details/',
  limit: 'standard',
  handle: (call) => answer(requireRecord('opportunities', call))
};

const updateDetails: Operation = {
  method: 'PATCH',
  path: '/opportunities/{uuid}/details/',
  limit: 'standard',
  handle: (call) => {
    const record = requireRecord('opportunities', call);
    const required = ['details', 'last_modified_at'];
    const body = checkedBody(call.body, { fields: { ...lock, details: isObject }, required });
    requireFresh(record, body['last_modified_at']);
    const details = detailsIn(body);
    if (Object.keys(details).length === 0) return answer(record);
    const action = { world: call.world, record, now: call.now, body: details };
    if (record.cloud === 'aws') return answer(updateAws(action));
    if (record.cloud === 'azure') return answer(updateAzure(action));
    throw new ApiError('not_supported', `There is no update for ${record.cloud}.`);
  }
};

function detailsIn({ details }: JsonObject): JsonObject {
  return isJsonObject(details) ? details : {};
}

const create: Operation = {
  method: 'POST',
  path: '/opportunities/',
  limit: 'standard',
  handle: (call) => {
    const body = checkedBody(call.body, {
      fields: {
        cloud: oneOf(['aws', 'azure']),
        details: isObject,
        custom_properties: isObject,
        external_object_associations: isObject
      },
      required: ['cloud', 'details']
    });
    const record =
      body['cloud'] === 'aws' ? created(call, body, createAws) : created(call, body, createAzure);
    const { custom_properties = {}, external_object_associations = {} } = body;
    const changes = { custom_properties, external_object_associations };
    return answer(save('opportunities', { call, record, changes }), 201);
  }
};

type Creator = (action: Omit<Action, 'record'> & { id: string }) => Opportunity;

function created({ world, now }: Call, body: JsonObject, creator: Creator): Opportunity {
  const stamp = world.stamps.next(now);
  const id = randomFor(world.seed, `new opportunity ${stamp}`).uuid();
  return creator({ world, now, body: detailsIn(body), id });
}

/**
 * Co-sell life cycles. The public reference has none of these operations though the product does all
 * of it: their shapes are assumed, after AWS Partner Central's Selling API and Microsoft's referrals.
 */
export const cosell: readonly Operation[] = [
  create,
  readDetails,
  updateDetails,
  ...verbs.map(perform)
];
