import type { ObjectDefinition } from '../../apex/index.ts';
import { notFound, ok, parameter, requireObject, RestError } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import { listCondition } from './listQuery.ts';
import { listViews } from './listView.ts';
import type { ListView } from './listView.ts';
import { readRecords } from './recordReader.ts';

/** Lists: https://developer.salesforce.com/docs/platform/ui-api/guide/list-views.html */
export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/ui-api/list-info/:object',
    handle: (call) => Promise.resolve(listInfos(call))
  },
  {
    method: 'GET',
    path: '/ui-api/list-info/:object/:listView',
    handle: (call) => Promise.resolve(listInfo(call))
  },
  { method: 'GET', path: '/ui-api/list-records/:object/:listView', handle: listRecords },
  {
    method: 'GET',
    path: '/ui-api/list-ui/:object',
    handle: (call) => Promise.resolve(listUis(call))
  },
  { method: 'GET', path: '/ui-api/list-ui/:object/:listView', handle: listUi }
];

function listInfos(call: RestCall): RestAnswer {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const lists = listViews({ ...call.org, object }).map(({ apiName, label }) => ({
    apiName,
    label
  }));
  return ok({ objectApiName: object.name, count: lists.length, lists });
}

/** The views of an object with where each is. */
function listUis(call: RestCall): RestAnswer {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const lists = listViews({ ...call.org, object }).map(({ apiName, label }) => ({
    apiName,
    id: null,
    label,
    listUiUrl: `/services/data/v${call.version}/ui-api/list-ui/${object.name}/${apiName}`
  }));
  return ok({ count: lists.length, lists, nextPageToken: null, pageSize: lists.length });
}

/** A list's columns and its records at once. */
async function listUi(call: RestCall): Promise<RestAnswer> {
  const { body: info } = listInfo(call);
  const { body: records } = await listRecords(call);
  return ok({ info, records });
}

function requireList(call: RestCall): { object: ObjectDefinition; view: ListView } {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const name = parameter(call, 'listView');
  const view = listViews({ ...call.org, object }).find(({ apiName }) => apiName === name);
  if (view === undefined) throw notFound();
  return { object, view };
}

function listInfo(call: RestCall): RestAnswer {
  const { object, view } = requireList(call);
  return ok({
    label: view.label,
    listReference: listReference(object, view),
    displayColumns: view.columns.map(({ path, label, sortable }) => ({
      fieldApiName: path,
      label,
      sortable
    })),
    filteredByInfo: view.filters.map(({ field, operation, value }) => ({
      fieldApiName: field,
      operandLabels: [value],
      operator: operation
    })),
    orderedByInfo: [],
    visibility: 'Public'
  });
}

function listReference(object: ObjectDefinition, { apiName }: ListView): Record<string, Json> {
  return { listViewApiName: apiName, objectApiName: object.name, type: 'listView', id: null };
}

const defaultPageSize = 50;
const largestPageSize = 2000;

async function listRecords(call: RestCall): Promise<RestAnswer> {
  const { object, view } = requireList(call);
  const size = pageSize(call);
  const offset = Number(call.query['pageToken'] ?? '0') || 0;
  const condition = listCondition({ schema: call.org.schema, object }, view, call.userId);
  const where = condition === '' ? '' : ` WHERE ${condition}`;
  const records = await readRecords(call, {
    object,
    fields: [],
    optionalFields: [...view.columns.map(({ path }) => path), ...extraFields(call)],
    rest: `${where}${orderBy(call, view)} LIMIT ${String(size + 1)} OFFSET ${String(offset)}`
  });
  const page = records.slice(0, size);
  return ok({
    listReference: listReference(object, view),
    count: page.length,
    currentPageToken: String(offset),
    nextPageToken: records.length > size ? String(offset + size) : null,
    records: page
  });
}

function pageSize({ query }: RestCall): number {
  const size = Number(query['pageSize'] ?? defaultPageSize);
  return Number.isInteger(size) && size > 0 ? Math.min(size, largestPageSize) : defaultPageSize;
}

function extraFields({ query }: RestCall): string[] {
  return (query['fields'] ?? '').split(',').filter((path) => path !== '');
}

/** `-Name` sorts descending; ties keep a fixed order, so that pages neither repeat nor lose a record. */
function orderBy({ query }: RestCall, { columns }: ListView): string {
  const sortBy = query['sortBy'] ?? columns[0]?.path ?? 'Id';
  const descending = sortBy.startsWith('-');
  const path = descending ? sortBy.slice(1) : sortBy;
  if (!/^\w+(\.\w+)*$/.test(path)) {
    throw new RestError(400, { errorCode: 'INVALID_FIELD', message: `No such column '${path}'` });
  }
  const direction = descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
  return path === 'Id' ? ' ORDER BY Id' : ` ORDER BY ${path} ${direction}, Id`;
}
