import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { FieldError } from './errors.ts';
import { invalid } from './errors.ts';

/** The body as a JSON object. */
export function objectBody(body: unknown): JsonObject {
  if (isJsonObject(body)) return body;
  throw invalid({ field: 'body', code: 'invalid', message: 'The body must be a JSON object.' });
}

/** What a field must be; undefined when it is right. */
export type Check = (value: unknown) => string | undefined;

export const isText: Check = (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? undefined
    : 'Must be a text that is not empty.';

export const isObject: Check = (value) =>
  isJsonObject(value) ? undefined : 'Must be a JSON object.';

/** Lets `null` pass as well. */
export function orNull(check: Check): Check {
  return (value) => (value === null ? undefined : check(value));
}

/** Which fields a body may have, and which it must. */
export interface BodyRules {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
}

/** Everything that is wrong with a body, in its order. */
export function bodyErrors(body: JsonObject, { fields, required = [] }: BodyRules): FieldError[] {
  const missing = required.filter((field) => body[field] === undefined);
  return [
    ...missing.map((field) => ({ field, code: 'required', message: 'This field is required.' })),
    ...Object.entries(body).flatMap(([field, value]) =>
      fieldErrors(field, value, ownCheck(fields, field))
    )
  ];
}

function fieldErrors(field: string, value: unknown, check: Check | undefined): FieldError[] {
  if (!check) return [{ field, code: 'not_allowed', message: 'This field cannot be set.' }];
  const message = check(value);
  return message === undefined ? [] : [{ field, code: 'invalid', message }];
}

/** The body as a JSON object that keeps the rules. */
export function checkedBody(body: unknown, rules: BodyRules): JsonObject {
  const object = objectBody(body);
  const errors = bodyErrors(object, rules);
  if (errors.length > 0) throw invalid(...errors);
  return object;
}

/** Only the table's own entries: a field named `constructor` is as unknown as any other. */
function ownCheck(fields: BodyRules['fields'], field: string): Check | undefined {
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}
