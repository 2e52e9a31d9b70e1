import { notFound, ok, parameter, requireObject, RestError } from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { compactLayout, fullLayout, layoutJson } from './layout.ts';
import { nameFields, objectInfo } from './objectInfo.ts';
import { allPicklistValues, picklistValues } from './picklistValues.ts';

/** Object metadata: https://developer.salesforce.com/docs/platform/ui-api/guide/object-metadata.html */
export const objectRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/object-info', handle: directory },
  { method: 'GET', path: '/ui-api/object-info/batch/:objects', handle: infos },
  { method: 'GET', path: '/ui-api/object-info/:object', handle: info },
  {
    method: 'GET',
    path: '/ui-api/object-info/:object/picklist-values/:recordType',
    handle: (call) => Promise.resolve(allPicklists(call))
  },
  {
    method: 'GET',
    path: '/ui-api/object-info/:object/picklist-values/:recordType/:field',
    handle: (call) => Promise.resolve(onePicklist(call))
  },
  { method: 'GET', path: '/ui-api/layout/:object', handle: layout }
];

/** Every object that the user may see. */
async function directory({ org, userId, version }: RestCall): Promise<RestAnswer> {
  const policy = await org.policy(userId);
  const visible = [...org.schema.objects.values()].filter(({ name }) => policy.canRead(name));
  const objects = visible.map((object) => [
    object.name,
    {
      apiName: object.name,
      keyPrefix: object.keyPrefix ?? null,
      label: object.label,
      labelPlural: object.pluralLabel,
      nameFields: nameFields(object),
      objectInfoUrl: `/services/data/v${version}/ui-api/object-info/${object.name}`
    }
  ]);
  return ok({ objects: Object.fromEntries(objects) as Record<string, unknown> });
}

async function infos(call: RestCall): Promise<RestAnswer> {
  const results = [];
  for (const object of parameter(call, 'objects').split(',')) {
    try {
      const { body } = await info({ ...call, parameters: { object } });
      results.push({ statusCode: 200, result: body });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      results.push({ statusCode: error.status, result: error.body });
    }
  }
  return ok({ results });
}

async function info(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const policy = await call.org.policy(call.userId);
  if (!policy.canRead(object.name)) throw notFound();
  return ok(objectInfo(call.org.schema, object, policy));
}

function allPicklists(call: RestCall): RestAnswer {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  return ok(allPicklistValues(object, parameter(call, 'recordType')));
}

function onePicklist(call: RestCall): RestAnswer {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const field = call.org.schema.field(object, parameter(call, 'field'));
  if (field === undefined) throw notFound();
  return ok(picklistValues(object, field, parameter(call, 'recordType')));
}

async function layout(call: RestCall): Promise<RestAnswer> {
  const { project, schema } = call.org;
  const object = requireObject(schema, parameter(call, 'object'));
  const source = { project, schema, object, policy: await call.org.policy(call.userId) };
  const layoutType = call.query['layoutType'] ?? 'Full';
  const model = layoutType === 'Compact' ? compactLayout(source) : fullLayout(source);
  return ok(layoutJson(source, model, layoutType));
}
