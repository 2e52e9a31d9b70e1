import { fieldPath, isPlainObject, requireObject } from '../requestRecord.ts';
import { malformedBody, RestError } from '../restError.ts';
import { recordJson } from '../recordJson.ts';
import { ok } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** SOSL and its simple form: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-search.html */
export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/search', handle: (call) => search(call, call.query['q']) },
  {
    method: 'GET',
    path: '/parameterizedSearch',
    handle: (call) => search(call, simple(call, call.query))
  },
  {
    method: 'POST',
    path: '/parameterizedSearch',
    handle: (call) => {
      if (!isPlainObject(call.body)) throw malformedBody('The body must be a JSON object.');
      return search(call, simple(call, call.body));
    }
  }
];

async function search(call: RestCall, sosl: string | undefined): Promise<RestAnswer> {
  if (sosl === undefined || sosl === '') {
    throw new RestError(400, { errorCode: 'MALFORMED_SEARCH', message: 'The search is empty.' });
  }
  const hits = await call.org.search(call.userId, sosl);
  const found = hits.flatMap(({ records }) => records);
  return ok({ searchRecords: found.map((record) => recordJson(record, call.version)) });
}

/** A search given piece by piece, as SOSL. */
function simple(call: RestCall, given: Readonly<Record<string, unknown>>): string {
  const { q } = given;
  if (typeof q !== 'string' || q.trim() === '') throw malformedBody('q is needed.');
  const objects = listed(given['sobjects'] ?? given['sobject']).map((item) =>
    returning(call, item)
  );
  const find = `FIND {${q.replace(/[{}\\]/g, '\\$&')}} IN ALL FIELDS`;
  return objects.length === 0 ? find : `${find} RETURNING ${objects.join(', ')}`;
}

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(',').map((name) => ({ name: name.trim() }));
  return Array.isArray(value) ? value : [value];
}

function returning({ org }: RestCall, item: unknown): string {
  if (!isPlainObject(item)) throw malformedBody('Each of sobjects must be a JSON object.');
  const { name } = requireObject(org.schema, String(item['name']));
  const fields = Array.isArray(item['fields']) ? item['fields'].map(String) : ['Id'];
  return `${name}(${fields.map(fieldPath).join(', ')})`;
}
