import { isPlainObject } from '../requestRecord.ts';
import { RestError } from '../restError.ts';

/** Bodies of the answers so far, by reference id. */
export type Answers = ReadonlyMap<string, unknown>;

const reference = /@\{([^}]+)\}/g;

/**
 * Puts results of earlier requests into a later one: `@{account.id}`, `@{found.records[0].Name}`.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite.html
 * @throws RestError for a reference to nothing
 */
export function resolveReferences(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answers));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveReferences(item, answers)]));
}

function resolveText(text: string, answers: Answers): unknown {
  const whole = /^@\{([^}]+)\}$/.exec(text);
  if (whole !== null) return lookUp(whole[1] ?? '', answers);
  return text.replace(reference, (_all, path: string) => String(lookUp(path, answers)));
}

/** `@{…}` in a URL: encoded, as it becomes a part of it. */
export function resolveUrl(url: string, answers: Answers): string {
  return url.replace(reference, (_all, path: string) =>
    encodeURIComponent(String(lookUp(path, answers)))
  );
}

function lookUp(path: string, answers: Answers): unknown {
  const [name = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '');
  let value = answers.get(name);
  for (const step of steps) value = member(value, step);
  if (value !== undefined) return value;
  throw new RestError(400, {
    errorCode: 'PROCESSING_HALTED',
    message: `Invalid reference specified. No value for ${path} found in ${name}`
  });
}

function member(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  if (!isPlainObject(value)) return undefined;
  const key = Object.keys(value).find((name) => name.toLowerCase() === step.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/** The reference ids that a value mentions. */
export function referencesIn(value: unknown): string[] {
  const matches = JSON.stringify(value ?? null).matchAll(reference);
  return [...matches].map(([, path = '']) => path.split(/[.[]/)[0] ?? '');
}
