import type { Check } from '../http/body.ts';
import { checkedBody, isText } from '../http/body.ts';
import { asText, isJsonObject } from '../json.ts';
import type { Fault } from './faults.ts';

const kinds = [
  'status',
  'delay',
  'drop',
  'halfBody',
  'malformedJson',
  'wrongTypes',
  'expiredToken'
] as const;

function oneOf(...values: readonly string[]): Check {
  return (value) =>
    values.some((known) => known === value) ? undefined : `Must be one of ${values.join(', ')}.`;
}

function whole(minimum: number, maximum: number): Check {
  return (value) =>
    Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum
      ? undefined
      : `Must be a whole number between ${minimum} and ${maximum}.`;
}

const fields: Readonly<Record<string, Check>> = {
  kind: oneOf(...kinds),
  method: oneOf('GET', 'POST', 'PATCH', 'DELETE'),
  path: isText,
  nth: whole(1, 1e6),
  times: whole(1, 1e6),
  status: whole(400, 599),
  body: (value) =>
    isJsonObject(value) || typeof value === 'string' ? undefined : 'Must be an object or a text.',
  retryAfter: whole(0, 86_400),
  when: oneOf('before', 'after'),
  milliseconds: whole(0, 600_000)
};

/** The fields that a kind cannot do without. */
const needed: Readonly<Record<string, string>> = { status: 'status', delay: 'milliseconds' };

/** A fault as JSON. @throws ApiError 400 that names every wrong field */
export function faultIn(body: unknown): Fault {
  const kind = isJsonObject(body) ? asText(body['kind']) : '';
  const extra = Object.hasOwn(needed, kind) ? [String(needed[kind])] : [];
  return checkedBody(body, { fields, required: ['kind', ...extra] }) as Fault;
}
