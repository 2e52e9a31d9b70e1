import type { FastifyInstance } from 'fastify';
import { registerPageHost } from '../../lwc/index.ts';
import type { LwcBuild } from '../../lwc/index.ts';
import {
  createBulkRoutes,
  createServer,
  createSessions,
  localUserId,
  localUsers,
  registerLocalApi,
  registerRestApi,
  uiApiRoutes
} from '../../org/index.ts';
import type { LocalUser, LocalUserPlan, Org, Session } from '../../org/index.ts';
import { UserError } from '../../shared/index.ts';

export interface OrgServerOptions {
  readonly org: Org;
  /** What browsers load; undefined for an org without pages. */
  readonly lwc: LwcBuild | undefined;
  /** Who a browser is until somebody else is chosen. */
  readonly userId: string;
}

export interface OrgServer {
  readonly app: FastifyInstance;
  /** A session of the administrator, for tools. */
  readonly session: Session;
}

/** The HTTP side of an org: REST, UI API, Bulk API, and the pages. Nothing listens yet. */
export function createOrgServer({ org, lwc, userId }: OrgServerOptions): OrgServer {
  const app = createServer();
  const sessions = createSessions(org.organizationId, org.clock);
  registerRestApi(app, { org, sessions, routes: [...uiApiRoutes, ...createBulkRoutes()] });
  registerLocalApi(app, {
    org,
    sessions,
    defaultUserId: userId,
    users: () => Promise.resolve(usersOf(org))
  });
  if (lwc !== undefined) {
    registerPageHost(app, { build: () => lwc });
    app.get('/', (_request, reply) => reply.redirect('/lightning/page/home'));
  }
  return { app, session: sessions.open(userId) };
}

/** Whom the user menu offers: everybody but the platform's own user. */
function usersOf({ project }: Org): LocalUser[] {
  return localUsers(project)
    .filter(({ userType }) => userType === 'Standard')
    .map((plan) => ({
      id: localUserId(plan.username),
      displayName: [plan.firstName, plan.lastName].filter((part) => part !== undefined).join(' '),
      profile: describeRights(plan)
    }));
}

function describeRights({ profile = '', permissionSets }: LocalUserPlan): string {
  const [only] = permissionSets;
  return permissionSets.length === 1 && only !== undefined ? only.replaceAll('_', ' ') : profile;
}

/**
 * Listens on this machine only.
 *
 * @returns the address
 * @throws UserError when the port is taken
 */
export async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (!isAddressInUse(error)) throw error;
    throw new UserError(
      `Port ${String(port)} is in use.`,
      `Stop what listens there, or choose another: PORT=${String(port + 1)} npm start.`
    );
  }
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `http://localhost:${String(actual)}`;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
