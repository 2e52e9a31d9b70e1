import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  administrator,
  createDeployableOrg,
  emptyProject,
  localUserId
} from '../../../org/index.ts';
import type { BulkApi, MetadataService } from '../../../org/index.ts';
import { recordingLog } from '../../../shared/index.ts';
import { createOrgServer } from '../orgServer.ts';

export const data = '/services/data/v66.0';

interface Request {
  readonly body?: unknown;
  /** Another user's token, instead of the administrator's. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** JSON as its value, anything else as text. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** An org with nothing in it, as it is served, without a port. */
export interface ServedOrg {
  readonly app: FastifyInstance;
  readonly service: MetadataService;
  readonly folder: string;
  readonly adminId: string;
  readonly token: string;
  readonly bulk: BulkApi;
  readonly password: string;
  /** @param path below `/services/data/v66.0`, or a whole one */
  call(method: Method, path: string, request?: Request): Promise<Answer>;
  /** Asks for tokens with a form. */
  tokens(form: Readonly<Record<string, string>>): Promise<Answer>;
  /** Stops the server as a crash would, and serves the same data again. */
  restart(): Promise<ServedOrg>;
  close(): Promise<void>;
}

export async function servedOrg(
  folder = mkdtempSync(join(tmpdir(), 'served-'))
): Promise<ServedOrg> {
  const dataFolder = join(folder, 'org');
  const projectFolder = emptyProject(join(folder, 'project'));
  const service = await createDeployableOrg({ projectFolder, dataFolder, log: recordingLog() });
  const adminId = localUserId(administrator.username);
  const server = createOrgServer({ service, lwc: undefined, userId: adminId, dataFolder });
  const { app, session, password, bulk } = server;
  const stop = async (): Promise<void> => {
    await app.close();
    await service.org.close();
  };
  return {
    app,
    service,
    folder,
    adminId,
    token: session.token,
    password,
    bulk,
    call: caller(app, session.token),
    tokens: (form) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams(form).toString();
      return caller(app, '')('POST', '/services/oauth2/token', { body, headers });
    },
    restart: () => stop().then(() => servedOrg(folder)),
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function caller(app: FastifyInstance, ownToken: string): ServedOrg['call'] {
  return async (method, path, { body, token = ownToken, headers = {} } = {}) => {
    const response = await app.inject({
      method,
      url: path.startsWith('/services') ? path : `${data}${path}`,
      headers: { host: 'localhost', authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { payload: body as object })
    });
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: isJson ? (JSON.parse(response.body) as unknown) : response.body,
      headers: response.headers
    };
  };
}
