import { dimensionsOf } from '../data/metering.ts';
import { randomFor } from '../data/random.ts';
import { bodyErrors, checkedBody, isObject, isText, objectBody } from '../http/body.ts';
import type { Check } from '../http/body.ts';
import type { FieldError } from '../http/errors.ts';
import { invalid } from '../http/errors.ts';
import type { Call, Operation } from '../http/operation.ts';
import type { JsonObject } from '../json.ts';
import { asText, isJsonObject } from '../json.ts';
import type { Contract, Metering } from '../records.ts';
import { clouds } from '../records.ts';
import { instant, normalizeInstant } from '../store/index.ts';
import { scheduleMetering } from '../timeLapse/schedule.ts';
import type { Resource } from './resource.ts';
import { list, present, read, requireRecord, save } from './resource.ts';

const names = ['cloud', 'contract_id', 'dimension', 'status'] as const;
const largestBatch = 100;

const isCloud: Check = (value) =>
  clouds.some((cloud) => cloud === value) ? undefined : `Must be one of ${clouds.join(', ')}.`;
const isQuantity: Check = (value) =>
  typeof value === 'string' && /^\d+(\.\d{1,6})?$/.test(value)
    ? undefined
    : 'Must be a number of at least 0, as a text.';
const isInstant: Check = (value) =>
  typeof value === 'string' && normalizeInstant(value) !== undefined
    ? undefined
    : 'Must be an instant such as 2025-01-01T00:00:00Z.';

const fields = {
  cloud: isCloud,
  contract_id: isText,
  dimension: isText,
  quantity: isQuantity,
  start_time: isInstant,
  end_time: isInstant,
  custom_properties: isObject
};
const required = ['cloud', 'contract_id', 'dimension', 'quantity'];

const resource: Resource<'metering'> = {
  name: 'metering',
  filters: names,
  bareFilters: names,
  isIncremental: false,
  hidden: ['last_modified_at']
};

/** `POST /metering/`: every record has its own result, under HTTP 200 whatever became of it. */
const report: Operation = {
  method: 'POST',
  path: '/metering/',
  limit: 'standard',
  handle: (call) => {
    const batch = requireBatch(call.body);
    return { status: 200, body: { results: batch.map((usage) => reported(call, usage)) } };
  }
};

function requireBatch(body: unknown): readonly unknown[] {
  const { request } = objectBody(body);
  if (Array.isArray(request) && request.length > 0 && request.length <= largestBatch)
    return request;
  const message = `Must be a list of 1 to ${largestBatch} usage records.`;
  throw invalid({ field: 'request', code: 'invalid', message });
}

function reported(call: Call, usage: unknown): JsonObject {
  if (!isJsonObject(usage)) {
    return failure({ field: 'request', code: 'invalid', message: 'Must be a JSON object.' });
  }
  const errors = bodyErrors(usage, { fields, required });
  if (errors.length > 0) return failure(...errors);
  const contract = call.world.records.contracts.get(asText(usage['contract_id']));
  if (!contract) return failure(wrong('contract_id', 'not_found', 'There is no such contract.'));
  const mismatch = mismatchOf(usage, contract);
  if (mismatch) return failure(mismatch);
  if (!dimensionsOf(call.world, contract.listing_id).includes(asText(usage['dimension']))) {
    return { status: 'unprocessed', message: 'The listing has no such dimension.', ...usage };
  }
  return accepted(call, usage, contract);
}

function wrong(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}

function mismatchOf(usage: JsonObject, contract: Contract): FieldError | undefined {
  if (usage['cloud'] !== contract.cloud) {
    return wrong('cloud', 'invalid', `The contract is one of ${contract.cloud}.`);
  }
  const isWhole = !asText(usage['quantity']).includes('.');
  if (isWhole || contract.cloud === 'gcp') return undefined;
  return wrong('quantity', 'invalid', 'Only GCP takes a part of a unit.');
}

function failure(...errors: readonly FieldError[]): JsonObject {
  const [first] = errors;
  const message = errors.map((error) => `${error.field}: ${error.message}`).join(' ');
  return { status: 'failed', code: first?.code ?? 'invalid', message, errors: [...errors] };
}

function accepted(call: Call, usage: JsonObject, contract: Contract): JsonObject {
  const record = recordOf(call, usage, contract);
  if (record.end_time < record.start_time) {
    return failure(wrong('end_time', 'invalid', 'Must not be before start_time.'));
  }
  if (isDuplicate(call, record)) {
    return failure(wrong('start_time', 'duplicate', 'This usage was reported before.'));
  }
  call.world.records.metering.put(record);
  scheduleMetering(call.world, record, call.now);
  return { ...present(resource, record), status: 'success' };
}

/** Without a period, usage is of the hour that runs. */
function recordOf(call: Call, usage: JsonObject, contract: Contract): Metering {
  const stamp = call.world.stamps.next(call.now);
  const hour = instant(Math.floor(call.now / 3_600_000) * 3_600_000);
  const start_time = normalizeInstant(asText(usage['start_time'])) ?? hour;
  const properties = usage['custom_properties'];
  return {
    id: randomFor(call.world.seed, `new usage ${stamp}`).uuid(),
    cloud: contract.cloud,
    contract_id: contract.id,
    dimension: asText(usage['dimension']),
    quantity: asText(usage['quantity']),
    start_time,
    end_time: normalizeInstant(asText(usage['end_time'])) ?? start_time,
    status: 'submitted',
    custom_properties: isJsonObject(properties) ? properties : {},
    last_modified_at: stamp
  };
}

function isDuplicate({ world }: Call, record: Metering): boolean {
  const same = ['contract_id', 'dimension', 'start_time', 'end_time'] as const;
  return world.records.metering
    .all()
    .some((other) => same.every((field) => other[field] === record[field]));
}

/** `PATCH /metering/{uuid}/`: the amounts were sent to the cloud and cannot be taken back. */
const update: Operation = {
  method: 'PATCH',
  path: '/metering/{uuid}/',
  limit: 'standard',
  handle: (call) => {
    const record = requireRecord('metering', call);
    const changes = checkedBody(call.body, { fields: { custom_properties: isObject } });
    const next = save('metering', { call, record, changes });
    return { status: 200, body: present(resource, next) };
  }
};

/** Usage that is billed by the clouds. */
export const metering = [list(resource), read(resource), report, update];
