import { fieldJson } from '../recordJson.ts';
import type { Json } from '../recordJson.ts';
import { requireObject } from '../requestRecord.ts';
import { RestError } from '../restError.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** What changed in a time: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-getupdated.html */
export const replicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/sobjects/:object/updated', handle: updated },
  { method: 'GET', path: '/sobjects/:object/deleted', handle: deleted }
];

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;
/** The platform remembers changes for so long. */
const memory = 30 * day;
/** Deleted records stay in the recycle bin for so long. */
const recycleBin = 15 * day;

interface Span {
  readonly start: number;
  readonly end: number;
}

async function updated(call: RestCall): Promise<RestAnswer> {
  const span = spanOf(call);
  const { records } = await changedIn(call, span, false);
  return ok({
    ids: records.map(({ values }) => fieldText(values.get('Id'))),
    latestDateCovered: instant(span.end)
  });
}

async function deleted(call: RestCall): Promise<RestAnswer> {
  const span = spanOf(call);
  const { records } = await changedIn(call, span, true);
  return ok({
    deletedRecords: records.map(({ values }) => ({
      deletedDate: fieldText(values.get('SystemModstamp')),
      id: fieldText(values.get('Id'))
    })),
    earliestDateAvailable: instant(call.org.clock.now() - recycleBin),
    latestDateCovered: instant(span.end)
  });
}

function fieldText(value: unknown): Json {
  return typeof value === 'string' ? fieldJson(value) : null;
}

function changedIn(call: RestCall, { start, end }: Span, isDeleted: boolean) {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const literal = (time: number): string => new Date(time).toISOString();
  const condition = `SystemModstamp >= ${literal(start)} AND SystemModstamp < ${literal(end)}`;
  return call.org.query(call.userId, {
    soql: `SELECT Id, SystemModstamp FROM ${object.name} WHERE ${condition} AND IsDeleted = ${String(isDeleted)} ORDER BY SystemModstamp, Id`,
    allRows: isDeleted
  });
}

/** Seconds do not count, as on the platform. */
function spanOf(call: RestCall): Span {
  const [start, end] = ['start', 'end'].map((name) => timeOf(call, name));
  if (start === undefined || end === undefined || end - start < minute) {
    throw refused('startDate must be at least one minute greater than endDate');
  }
  if (start < call.org.clock.now() - memory) {
    throw refused('startDate cannot be more than 30 days ago');
  }
  return { start, end };
}

function timeOf({ query }: RestCall, name: string): number | undefined {
  // A plus sign that was not encoded arrives as a space.
  const text = (query[name] ?? '').replace(' ', '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new RestError(400, {
      errorCode: 'INVALID_FIELD',
      message: `${name} must be a date and time`
    });
  }
  return Math.floor(time / minute) * minute;
}

function refused(message: string): RestError {
  return new RestError(400, { errorCode: 'INVALID_REPLICATION_DATE', message });
}

function instant(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}
