import { notFound, ok, parameter, requireObject } from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { compactLayout, fullLayout, layoutJson } from './layout.ts';
import { objectInfo } from './objectInfo.ts';
import { allPicklistValues, picklistValues } from './picklistValues.ts';

/** Object metadata: https://developer.salesforce.com/docs/platform/ui-api/guide/object-metadata.html */
export const objectRoutes: readonly Route[] = [
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
