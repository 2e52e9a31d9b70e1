import type { FastifyInstance } from 'fastify';
import { manualClock, recordingLog } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import { createSessions } from '../../auth/index.ts';
import type { Sessions } from '../../auth/index.ts';
import { createBulkRoutes } from '../../bulk/index.ts';
import { administrator, localUserId } from '../../setup/index.ts';
import { uiApiRoutes } from '../../uiApi/index.ts';
import { createOrg } from '../../worker/index.ts';
import type { Org } from '../../worker/index.ts';
import { apexProject } from '../../worker/testing/apexProject.ts';
import { createServer } from '../createServer.ts';
import { registerRestApi } from '../registerRestApi.ts';
import { orderProject } from './orderProject.ts';

export const admin = localUserId(administrator.username);
/** Reads and creates orders, and sees nothing of `Secret__c`. */
export const clerk = localUserId('order.clerk@clazar.local');

export const data = '/services/data/v66.0';

export interface HttpCall {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The administrator unless given. */
  readonly as?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** JSON as its value, anything else as text. */
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';

/** A real org behind a real server, without a port. */
export interface HttpOrg {
  readonly app: FastifyInstance;
  readonly org: Org;
  readonly sessions: Sessions;
  readonly clock: ManualClock;
  /** @param path below `/services/data/v66.0`, or a whole one */
  call(method: Method, path: string, request?: HttpCall): Promise<HttpAnswer>;
  /** The values of the first column that a query selects. */
  column(soql: string): Promise<unknown[]>;
  /** Empties the order book. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** @param sources further metadata and Apex, see `apexProject` */
export async function anHttpOrg(sources: Readonly<Record<string, string>> = {}): Promise<HttpOrg> {
  const project = apexProject({ ...orderProject, ...sources });
  const clock = manualClock('2026-11-24T10:00:00Z');
  const org = await createOrg({ projectFolder: project.folder, log: recordingLog(), clock });
  const sessions = createSessions(org.organizationId, clock);
  const app = createServer();
  registerRestApi(app, { org, sessions, routes: [...uiApiRoutes, ...createBulkRoutes()] });
  return {
    app,
    org,
    sessions,
    clock,
    call: caller(app, sessions),
    column: async (soql) => {
      const { records } = await org.query(admin, { soql });
      return records.map(({ values }) => [...values.values()][0]);
    },
    clear: async () => {
      await org.executeAnonymous(
        admin,
        'delete [SELECT Id FROM Order__c]; delete [SELECT Id FROM Account];'
      );
    },
    close: async () => {
      await app.close();
      await org.close();
      project.remove();
    }
  };
}

function caller(app: FastifyInstance, sessions: Sessions): HttpOrg['call'] {
  return async (method, path, { body, headers = {}, as = admin } = {}) => {
    const response = await app.inject({
      method,
      url: path.startsWith('/services') ? path : `${data}${path}`,
      headers: {
        host: 'localhost',
        authorization: `Bearer ${sessions.open(as).token}`,
        ...headers
      },
      ...(body !== undefined && { payload: body as object })
    });
    return {
      status: response.statusCode,
      body: parsed(response.body, response.headers['content-type']),
      bytes: response.rawPayload,
      headers: response.headers
    };
  };
}

function parsed(text: string, type: string | undefined): unknown {
  if (text === '') return undefined;
  return (type ?? '').includes('json') ? (JSON.parse(text) as unknown) : text;
}
