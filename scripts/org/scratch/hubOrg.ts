import { createToolingStore } from '../tooling/index.ts';
import type { ToolingStore } from '../tooling/index.ts';
import { notFound, ok, parameter, queryJson, RestError } from '../rest/index.ts';
import type { RestAnswer, RestCall, RestOrg, Route } from '../rest/index.ts';
import type { StoredRow } from '../store/index.ts';
import { hubSchema } from './hubObjects.ts';
import type { ScratchHub } from './scratchHub.ts';
import { readScratchRequest } from './scratchPlan.ts';
import type { ScratchOrg } from './scratchPlan.ts';

/** What makes an org a Dev Hub. */
export interface HubFace {
  /** The org, with the hub's objects to be queried besides its own. */
  readonly org: RestOrg;
  readonly routes: readonly Route[];
}

/** Lets an org answer for its scratch orgs. */
export function hubFace(org: RestOrg, hub: ScratchHub): HubFace {
  const store = createToolingStore(hubSchema());
  const query: RestOrg['query'] = async (userId, request) => {
    const object = /\bFROM\s+(\w+)/i.exec(request.soql)?.[1] ?? '';
    if (!store.has(object) || object.toLowerCase() === 'user') return org.query(userId, request);
    await refresh(store, org, hub);
    return store.query(request.soql, await org.user(userId), org.clock.now());
  };
  // The rest stays as it is; getters stay getters, for what they give changes with a deployment.
  const traits = {
    ...Object.getOwnPropertyDescriptors(org),
    query: { value: query, enumerable: true }
  };
  const face = Object.defineProperties({}, traits) as RestOrg;
  return { org: face, routes: hubRoutes(hub, store, face) };
}

async function refresh(store: ToolingStore, org: RestOrg, hub: ScratchHub): Promise<void> {
  const orgs = hub.list();
  store.replace(
    'ScratchOrgInfo',
    orgs.map((each) => infoRow(each, hub))
  );
  store.replace(
    'ActiveScratchOrg',
    orgs.filter(({ status }) => status === 'Active').map(activeRow)
  );
  const users = await Promise.all(
    [...new Set(orgs.map(({ createdBy }) => createdBy))].map((id) => org.user(id))
  );
  store.replace(
    'User',
    users.map(({ userId, name, username }) => ({ Id: userId, Name: name, Username: username }))
  );
}

/** The id of the ActiveScratchOrg of a ScratchOrgInfo. */
function activeId(id: string): string {
  return id.replace(/^2SR/, '2SA');
}

function commonRow(org: ScratchOrg): StoredRow {
  return {
    OrgName: org.orgName,
    Edition: org.edition,
    Features: org.features,
    Namespace: org.namespace,
    Description: org.description,
    ScratchOrg: org.organizationId.slice(0, 15),
    SignupUsername: org.signupUsername,
    SignupEmail: org.adminEmail,
    SignupInstance: 'LOCAL',
    HasSampleData: false,
    ExpirationDate: org.expirationDate,
    CreatedDate: org.createdDate,
    CreatedById: org.createdBy
  };
}

function infoRow(org: ScratchOrg, hub: ScratchHub): StoredRow {
  return {
    ...commonRow(org),
    Id: org.id,
    DurationDays: org.durationDays,
    Username: org.username,
    AdminEmail: org.adminEmail,
    Status: org.status,
    LoginUrl: `http://localhost:${String(org.port)}`,
    AuthCode: hub.authCode(org.id) ?? null,
    ErrorCode: null,
    ConnectedAppConsumerKey: org.consumerKey,
    ConnectedAppCallbackUrl: org.callbackUrl,
    LastModifiedDate: org.createdDate
  };
}

function activeRow(org: ScratchOrg): StoredRow {
  return { ...commonRow(org), Id: activeId(org.id), ScratchOrgInfoId: org.id };
}

function hubRoutes(hub: ScratchHub, store: ToolingStore, org: RestOrg): readonly Route[] {
  const read =
    (object: string) =>
    async (call: RestCall): Promise<RestAnswer> => {
      const id = parameter(call, 'id');
      if (!/^\w{15,18}$/.test(id)) throw notFound();
      const soql = `SELECT ${store.fieldNames(object).join(', ')} FROM ${object} WHERE Id = '${id}'`;
      const { records } = queryJson(await org.query(call.userId, { soql }), call.version);
      const [record] = Array.isArray(records) ? (records as unknown[]) : [];
      if (record === undefined) throw notFound();
      return ok(record);
    };
  const remove =
    (prefix: string) =>
    async (call: RestCall): Promise<RestAnswer> => {
      await requireAdmin(call);
      const id = parameter(call, 'id').replace(prefix, '2SR');
      const known = hub.list().find((each) => each.id === id || each.id.startsWith(id));
      if (known === undefined || !(await hub.remove(known.id))) throw notFound();
      return { status: 204 };
    };
  return [
    {
      method: 'POST',
      path: '/sobjects/ScratchOrgInfo',
      handle: async (call) => {
        await requireAdmin(call);
        const { id } = await hub.create(call.userId, readScratchRequest(call.body));
        return { status: 201, body: { id, success: true, errors: [] } };
      }
    },
    { method: 'GET', path: '/sobjects/ScratchOrgInfo/:id', handle: read('ScratchOrgInfo') },
    { method: 'DELETE', path: '/sobjects/ScratchOrgInfo/:id', handle: remove('2SR') },
    { method: 'GET', path: '/sobjects/ActiveScratchOrg/:id', handle: read('ActiveScratchOrg') },
    { method: 'DELETE', path: '/sobjects/ActiveScratchOrg/:id', handle: remove('2SA') }
  ];
}

async function requireAdmin({ org, userId }: RestCall): Promise<void> {
  const policy = await org.policy(userId);
  if (policy.hasUserPermission('ModifyAllData')) return;
  throw new RestError(403, {
    errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'Only an administrator may create and delete scratch orgs.'
  });
}
