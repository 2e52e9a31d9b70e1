import type { ObjectDefinition } from '../../../apex/index.ts';
import { unchanged } from '../conditional.ts';
import { describeGlobal, describeObject } from '../describe.ts';
import { idOf, recordJson } from '../recordJson.ts';
import type { Json } from '../recordJson.ts';
import type { RecentItem, RecentItems } from '../recentItems.ts';
import { requireObject } from '../requestRecord.ts';
import { notFound } from '../restError.ts';
import { parameter, ok } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** Objects and what was looked at: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-describe.html */
export function describeRoutes(recent: RecentItems): readonly Route[] {
  return [
    { method: 'GET', path: '/sobjects', handle: listObjects },
    { method: 'GET', path: '/sobjects/:object/describe', handle: describe },
    {
      method: 'GET',
      path: '/sobjects/:object',
      handle: (call) => basicInformation(call, recent)
    },
    { method: 'GET', path: '/recent', handle: (call) => recentRecords(call, recent) }
  ];
}

/** Metadata are as old as the org's project. */
function ifChanged(call: RestCall, answer: () => RestAnswer): RestAnswer {
  const state = { modifiedAt: call.org.changedAt, etag: undefined };
  const headers = { 'Last-Modified': new Date(state.modifiedAt).toUTCString() };
  const known = unchanged(call, state);
  return known ?? { ...answer(), headers };
}

async function listObjects(call: RestCall): Promise<RestAnswer> {
  const { org, userId } = call;
  const policy = await org.policy(userId);
  const visible = [...org.schema.objects.values()].filter(({ name }) => policy.canRead(name));
  return ifChanged(call, () =>
    ok({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: visible.map((object) => ({
        ...describeGlobal(object, policy),
        urls: urlsOf(call, object)
      }))
    })
  );
}

function urlsOf({ version }: RestCall, { name }: ObjectDefinition): Record<string, Json> {
  const sobject = `/services/data/v${version}/sobjects/${name}`;
  return { sobject, describe: `${sobject}/describe`, rowTemplate: `${sobject}/{ID}` };
}

async function describe(call: RestCall): Promise<RestAnswer> {
  const object = await visibleObject(call);
  const policy = await call.org.policy(call.userId);
  return ifChanged(call, () =>
    ok({ ...describeObject(object, policy), urls: urlsOf(call, object) })
  );
}

/** The object of the path. @throws RestError where the user sees nothing of it */
export async function visibleObject(call: RestCall): Promise<ObjectDefinition> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const policy = await call.org.policy(call.userId);
  if (!policy.canRead(object.name)) throw notFound();
  return object;
}

async function basicInformation(call: RestCall, recent: RecentItems): Promise<RestAnswer> {
  const object = await visibleObject(call);
  const policy = await call.org.policy(call.userId);
  const items = recent.of(call.userId).filter((item) => item.object === object.name);
  return ok({
    objectDescribe: { ...describeGlobal(object, policy), urls: urlsOf(call, object) },
    recentItems: await namedRecords(call, items.slice(0, 25))
  });
}

async function recentRecords(call: RestCall, recent: RecentItems): Promise<RestAnswer> {
  const limit = Number(call.query['limit'] ?? '200') || 200;
  return ok(await namedRecords(call, recent.of(call.userId).slice(0, limit)));
}

/** Items with their names, in the given order; what the user may not see any more is left out. */
async function namedRecords(call: RestCall, items: readonly RecentItem[]): Promise<Json[]> {
  const found = new Map<string, Json>();
  for (const [name, group] of Map.groupBy(items, ({ object }) => object)) {
    const object = call.org.schema.object(name);
    const nameField = [...(object?.fields.values() ?? [])].find((field) => field.nameField);
    const fields = nameField === undefined ? 'Id' : `Id, ${nameField.name}`;
    const { records } = await call.org.query(call.userId, {
      soql: `SELECT ${fields} FROM ${name} WHERE Id IN :ids`,
      binds: new Map([['ids', group.map(({ id }) => id)]])
    });
    for (const record of records) {
      found.set(idOf(record), recordJson(record, call.version));
    }
  }
  return items.flatMap(({ id }) => found.get(id) ?? []);
}
