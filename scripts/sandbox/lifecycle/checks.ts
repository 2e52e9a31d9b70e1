import type { FieldError } from '../http/errors.ts';
import { ApiError } from '../http/errors.ts';
import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';

/** What a column may hold; returns AWS's code (cosell-domain.md 1.9) and a sentence when it is wrong. */
export type ColumnCheck = (value: unknown) => Problem | undefined;
export type Problem = readonly [code: ProblemCode, message: string];

/** Codes of AWS's ValidationException; Azure's columns use the same ones (assumed). */
export type ProblemCode =
  | 'REQUIRED_FIELD_MISSING'
  | 'INVALID_ENUM_VALUE'
  | 'INVALID_STRING_FORMAT'
  | 'INVALID_VALUE'
  | 'NOT_ENOUGH_VALUES'
  | 'TOO_MANY_VALUES'
  | 'VALUE_OUT_OF_RANGE'
  | 'ACTION_NOT_PERMITTED';

/** A text of a length. */
export function text(minimum: number, maximum: number): ColumnCheck {
  return (value) => {
    if (typeof value !== 'string') return ['INVALID_VALUE', 'Must be a text.'];
    const length = value.length;
    if (length >= minimum && length <= maximum) return undefined;
    return [
      'VALUE_OUT_OF_RANGE',
      `Must have ${minimum} to ${maximum} characters; it has ${length}.`
    ];
  };
}

/** A text of a form. */
export function pattern(form: RegExp, message: string): ColumnCheck {
  return (value) =>
    typeof value === 'string' && form.test(value) ? undefined : ['INVALID_STRING_FORMAT', message];
}

/** One of a list's values. */
export function oneOf(values: readonly string[]): ColumnCheck {
  return (value) =>
    values.some((known) => known === value)
      ? undefined
      : ['INVALID_ENUM_VALUE', `Must be one of: ${values.join('; ')}.`];
}

/** A list of at most `maximum` values that each pass. */
export function listOf(check: ColumnCheck, maximum: number): ColumnCheck {
  return (value) => {
    if (!Array.isArray(value)) return ['INVALID_VALUE', 'Must be a list.'];
    if (value.length > maximum) return ['TOO_MANY_VALUES', `Must have at most ${maximum} values.`];
    return value.map(check).find((problem) => problem !== undefined);
  };
}

/** A number of at least `minimum`, with two decimals at most. */
export function amount(minimum: number): ColumnCheck {
  return (value) => {
    if (typeof value !== 'number') return ['INVALID_VALUE', 'Must be a number.'];
    if (value < minimum) return ['VALUE_OUT_OF_RANGE', `Must be at least ${minimum}.`];
    const isRound = Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
    return isRound ? undefined : ['INVALID_VALUE', 'Must have two decimals at most.'];
  };
}

export const flag: ColumnCheck = (value) =>
  typeof value === 'boolean' ? undefined : ['INVALID_VALUE', 'Must be true or false.'];

export const object: ColumnCheck = (value) =>
  isJsonObject(value) ? undefined : ['INVALID_VALUE', 'Must be a JSON object.'];

/** A day that exists, `YYYY-MM-DD`. */
export const day: ColumnCheck = (value) => {
  const isDay = typeof value === 'string' && /^[1-9]\d{3}-\d{2}-\d{2}$/.test(value);
  const date = isDay ? new Date(`${value}T00:00:00Z`) : undefined;
  const exists =
    date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(String(value));
  return exists ? undefined : ['INVALID_STRING_FORMAT', 'Must be a day such as 2026-12-31.'];
};

export const email = pattern(
  /^(?=.{3,80}$)[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/,
  'Must be an email address in lower case, of at most 80 characters.'
);
export const phone = pattern(/^\+[1-9]\d{1,14}$/, 'Must be a phone number such as +12065550100.');
export const country = pattern(/^[A-Z]{2}$/, 'Must be a country of two letters such as US.');

/** The columns that a partner may write, and what each may hold. Null empties a column. */
export type Columns = Readonly<Record<string, ColumnCheck>>;

/** Everything that is wrong with single columns. */
export function columnErrors(details: JsonObject, columns: Columns): FieldError[] {
  return Object.entries(details).flatMap(([field, value]) => {
    const check = Object.hasOwn(columns, field) ? columns[field] : undefined;
    if (!check) return [fieldError(field, ['ACTION_NOT_PERMITTED', 'This field cannot be set.'])];
    const problem = value === null ? undefined : check(value);
    return problem ? [fieldError(field, problem)] : [];
  });
}

/** What is wrong with `field`. */
export function fieldError(field: string, [code, message]: Problem): FieldError {
  return { field, code, message };
}

/** Whether a column holds nothing. */
export function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The fields of `required` that hold nothing. */
export function missing(details: JsonObject, required: readonly string[]): FieldError[] {
  return required
    .filter((field) => isEmpty(details[field]))
    .map((field) => fieldError(field, ['REQUIRED_FIELD_MISSING', 'This field is required.']));
}

/** @throws ApiError 400 that names every wrong field */
export function refuseWrong(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join(' ');
  throw new ApiError('validation_failed', detail, { fields: errors });
}

/** One error when `isWrong`, none otherwise. */
export function when(isWrong: boolean, field: string, problem: Problem): FieldError[] {
  return isWrong ? [fieldError(field, problem)] : [];
}
