import type { ObjectDefinition } from '../../apex/index.ts';
import { notFound, ok, parameter, recordJson, requireObject } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import { namedId } from '../schema/index.ts';
import { listCondition } from './listQuery.ts';
import { listViews } from './listView.ts';
import type { ListView } from './listView.ts';

/** List views as the REST API has them: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-listviews.html */
export const listViewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sobjects/:object/listviews',
    handle: (call) => Promise.resolve(list(call))
  },
  {
    method: 'GET',
    path: '/sobjects/:object/listviews/:listView',
    handle: (call) => Promise.resolve(ok(linked(call, requireView(call))))
  },
  {
    method: 'GET',
    path: '/sobjects/:object/listviews/:listView/describe',
    handle: (call) => Promise.resolve(describe(call))
  },
  { method: 'GET', path: '/sobjects/:object/listviews/:listView/results', handle: results }
];

interface ObjectView {
  readonly object: ObjectDefinition;
  readonly view: ListView;
}

/** A list view has no row of its own: its id comes from its name. */
function idOf({ object, view }: ObjectView): string {
  return namedId('00B', `${object.name}.${view.apiName}`);
}

function list(call: RestCall): RestAnswer {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const views = listViews({ ...call.org, object });
  return ok({
    done: true,
    listviews: views.map((view) => linked(call, { object, view })),
    nextRecordsUrl: null,
    size: views.length,
    sobjectType: object.name
  });
}

function linked({ version }: RestCall, place: ObjectView): Record<string, Json> {
  const { object, view } = place;
  const url = `/services/data/v${version}/sobjects/${object.name}/listviews/${idOf(place)}`;
  return {
    describeUrl: `${url}/describe`,
    developerName: view.apiName,
    id: idOf(place),
    label: view.label,
    resultsUrl: `${url}/results`,
    soqlCompatible: true,
    url
  };
}

/** By id or, as people would, by name. */
function requireView(call: RestCall): ObjectView {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const wanted = parameter(call, 'listView');
  const view = listViews({ ...call.org, object }).find(
    (each) =>
      each.apiName === wanted || idOf({ object, view: each }).startsWith(wanted.slice(0, 15))
  );
  if (view === undefined) throw notFound();
  return { object, view };
}

function describe(call: RestCall): RestAnswer {
  const place = requireView(call);
  const { view, object } = place;
  return ok({
    columns: columnsOf(place),
    id: idOf(place),
    orderBy: [],
    query: queryOf(call, place, ''),
    scope: view.onlyMine ? 'mine' : 'everything',
    sobjectType: object.name,
    whereCondition: null
  });
}

function columnsOf({ object, view }: ObjectView): Record<string, Json>[] {
  return view.columns.map(({ path, label, sortable }) => ({
    ascendingLabel: null,
    descendingLabel: null,
    fieldNameOrPath: path,
    hidden: false,
    label,
    searchable: false,
    selectListItem: path,
    sortable,
    type: object.fields.get(path.toLowerCase())?.type ?? 'string'
  }));
}

function queryOf(call: RestCall, { object, view }: ObjectView, page: string): string {
  const fields = [...new Set(['Id', ...view.columns.map(({ path }) => path)])];
  const condition = listCondition({ schema: call.org.schema, object }, view, call.userId);
  const where = condition === '' ? '' : ` WHERE ${condition}`;
  return `SELECT ${fields.join(', ')} FROM ${object.name}${where} ORDER BY Id${page}`;
}

async function results(call: RestCall): Promise<RestAnswer> {
  const place = requireView(call);
  const limit = Math.min(Number(call.query['limit'] ?? '25') || 25, 2000);
  const offset = Math.min(Number(call.query['offset'] ?? '0') || 0, 2000);
  const page = ` LIMIT ${String(limit + 1)} OFFSET ${String(offset)}`;
  const { records } = await call.org.query(call.userId, { soql: queryOf(call, place, page) });
  const shown = records.slice(0, limit).map((record) => recordJson(record, call.version));
  return ok({
    columns: columnsOf(place),
    developerName: place.view.apiName,
    done: records.length <= limit,
    id: idOf(place),
    label: place.view.label,
    records: shown.map((record) => ({ columns: cells(place, record) })),
    size: shown.length
  });
}

function cells({ view }: ObjectView, record: Json): Record<string, Json>[] {
  const paths = [...new Set(['Id', ...view.columns.map(({ path }) => path)])];
  return paths.map((path) => ({ fieldNameOrPath: path, value: valueAt(record, path.split('.')) }));
}

function valueAt(value: Json, [name, ...rest]: readonly string[]): Json {
  if (name === undefined || value === null) return value;
  const member = (value as Record<string, Json>)[name] ?? null;
  return valueAt(member, rest);
}
