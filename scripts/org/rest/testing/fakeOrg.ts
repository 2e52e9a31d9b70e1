import type { FastifyInstance } from 'fastify';
import { manualClock } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import { createSessions } from '../../auth/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { DmlRequest, DmlResult } from '../../dml/types.ts';
import { createProject } from '../../metadata/index.ts';
import type { Component, Project } from '../../metadata/index.ts';
import { createSchema } from '../../schema/index.ts';
import type { AccessPolicy, UserContext } from '../../session/types.ts';
import type { QueryRecord, QueryResult, QueryValue } from '../../soql/types.ts';
import { createBulkRoutes } from '../../bulk/index.ts';
import { uiApiRoutes } from '../../uiApi/index.ts';
import { createServer } from '../createServer.ts';
import type { AuraCall, RestOrg, RestQuery } from '../port.ts';
import { registerRestApi } from '../registerRestApi.ts';

export const organizationId = '00D000000000001EAA';
export const userId = '005000000000001AAA';

const user: UserContext = {
  userId,
  profileId: '00e000000000001AAA',
  roleId: undefined,
  username: 'ada@example.com',
  name: 'Ada Admin',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD'
};

/** Everything is allowed but what `denied` names: `Account`, `Account.Name`. */
function policyWithout(denied: ReadonlySet<string>): AccessPolicy {
  const object = (name: string): boolean => !denied.has(name);
  const field = (name: string, fieldName: string): boolean => !denied.has(`${name}.${fieldName}`);
  return {
    canRead: object,
    canCreate: object,
    canEdit: object,
    canDelete: object,
    viewsAll: () => true,
    modifiesAll: () => true,
    canReadField: field,
    canEditField: field,
    hasUserPermission: () => true,
    hasCustomPermission: () => true,
    canUseClass: () => true,
    canUseRecordType: () => true,
    defaultRecordType: () => undefined
  };
}

/** What a test says of the org and what the API asked of it. */
export interface FakeOrg {
  readonly app: FastifyInstance;
  readonly sessions: Sessions;
  readonly clock: ManualClock;
  readonly token: string;
  readonly queries: RestQuery[];
  readonly saves: DmlRequest[];
  readonly auraCalls: AuraCall[];
  /** Answers of the next queries; asking without one fails the test. */
  readonly answers: QueryResult[];
  readonly saveResults: DmlResult[][];
  readonly denied: Set<string>;
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** The same with a body that is no JSON. */
  send(method: 'GET' | 'PUT', path: string, body?: TextBody): Promise<TextAnswer>;
}

interface TextBody {
  readonly text: string;
  readonly type: string;
}

interface TextAnswer extends Pick<Answer, 'status' | 'headers'> {
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A server over an org that answers what the test tells it to, and records what it was asked. */
export function aFakeOrg(components: readonly Component[] = []): FakeOrg {
  const clock = manualClock('2026-11-24T10:00:00Z');
  const project = createProject({
    folder: '/project',
    namespace: undefined,
    apiVersion: '66.0',
    packageDirectories: ['force-app'],
    components,
    fingerprint: ''
  });
  const recorded = { queries: [], saves: [], auraCalls: [], answers: [], saveResults: [] };
  const fake = { ...recorded, denied: new Set<string>() } as Recorded;
  const org = orgOf(fake, project, clock);
  const sessions = createSessions(organizationId, clock);
  const { token } = sessions.open(userId);
  const app = createServer();
  registerRestApi(app, { org, sessions, routes: [...uiApiRoutes, ...createBulkRoutes()] });
  return {
    ...fake,
    app,
    sessions,
    clock,
    token,
    call: caller(app, token),
    send: sender(app, token)
  };
}

/** What a fake remembers and answers. */
type Recorded = Pick<
  FakeOrg,
  'queries' | 'saves' | 'auraCalls' | 'answers' | 'saveResults' | 'denied'
>;

function orgOf(fake: Recorded, project: Project, clock: ManualClock): RestOrg {
  const org: RestOrg = {
    schema: createSchema(project),
    project,
    clock,
    organizationId,
    changedAt: clock.now(),
    query: (_user, query) => {
      fake.queries.push(query);
      return Promise.resolve(required(fake.answers.shift(), `query ${query.soql}`));
    },
    save: (_user, request) => {
      fake.saves.push(request);
      return Promise.resolve(required(fake.saveResults.shift(), `save ${request.operation}`));
    },
    hardDelete: (_user, request) => org.save(userId, request),
    transaction: (_user, work) => work(org),
    search: () => Promise.resolve([]),
    explain: () => Promise.resolve([]),
    actions: () => Promise.resolve([]),
    invokeAction: () => Promise.resolve([]),
    runFlow: () => Promise.resolve([]),
    standardAction: () => Promise.resolve([]),
    apexRest: () => Promise.resolve({ statusCode: 200, headers: {}, body: new Uint8Array() }),
    invokeAura: (_user, call) => {
      fake.auraCalls.push(call);
      return Promise.resolve(null);
    },
    user: () => Promise.resolve(user),
    policy: () => Promise.resolve(policyWithout(fake.denied))
  };
  return org;
}

function caller(app: FastifyInstance, token: string): FakeOrg['call'] {
  return async (method, path, body) => {
    const response = await app.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${token}`, host: 'localhost' },
      ...(body !== undefined && { payload: body as object })
    });
    const text = response.body;
    return {
      status: response.statusCode,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: response.headers
    };
  };
}

function sender(app: FastifyInstance, token: string): FakeOrg['send'] {
  return async (method, path, body) => {
    const response = await app.inject({
      method,
      url: path,
      headers: {
        authorization: `Bearer ${token}`,
        host: 'localhost',
        ...(body !== undefined && { 'content-type': body.type })
      },
      ...(body !== undefined && { payload: body.text })
    });
    return { status: response.statusCode, text: response.body, headers: response.headers };
  };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The test did not say what to answer to: ${what}`);
  return value;
}

/** A record of a query's answer. */
export function aRecord(object: string, values: Readonly<Record<string, QueryValue>>): QueryRecord {
  return { object, values: new Map(Object.entries(values)) };
}

/** The answer of a query. */
export function found(...records: readonly QueryRecord[]): QueryResult {
  const object = records[0]?.object ?? '';
  return { object, records, totalSize: records.length, isCount: false, columns: [] };
}

/** The result of a record that was saved. */
export function saved(id: string, created = false): DmlResult {
  return { id, success: true, created, errors: [] };
}

/** The result of a record that was refused. */
export function refused(statusCode: string, message: string, ...fields: string[]): DmlResult {
  return {
    id: undefined,
    success: false,
    created: false,
    errors: [{ statusCode, message, fields }]
  };
}
