import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { registerPageHost } from '../../lwc/index.ts';
import type { LwcBuild } from '../../lwc/index.ts';
import {
  createAuthorizationCodes,
  createClients,
  createDeployRoutes,
  createPasswordRoutes,
  createPasswords,
  createRefreshTokens,
  createServer,
  createSessions,
  createToolingRoutes,
  createUserAccounts,
  endInactiveSessions,
  fileTexts,
  hubFace,
  idOf,
  localUserId,
  localUsers,
  memoryTexts,
  openBulk,
  registerFrontdoor,
  registerLocalApi,
  registerOAuth,
  registerRestApi,
  registerScim,
  registerSoap,
  registerStreaming,
  uiApiRoutes
} from '../../org/index.ts';
import type {
  AuthorizationCodes,
  BulkApi,
  FindAccounts,
  LocalUser,
  LocalUserPlan,
  MetadataService,
  OAuthClient,
  Org,
  RecentItem,
  RefreshGrant,
  ScratchHub,
  Session,
  Sessions,
  UserAccounts
} from '../../org/index.ts';
import { secretToken, UserError } from '../../shared/index.ts';
import { registerFlows } from './flows/index.ts';
import { registerStaticResources } from './staticResources.ts';

export interface OrgServerOptions {
  /** The org, and how it takes deployments. */
  readonly service: MetadataService;
  /** What browsers load; undefined for an org without pages. */
  readonly lwc: LwcBuild | undefined;
  /** Who a browser is until somebody else is chosen. */
  readonly userId: string;
  /** Where hashes of passwords and of refresh tokens are kept. */
  readonly dataFolder: string;
  /** Apps that may ask for access besides those of the project. */
  readonly clients?: readonly OAuthClient[];
  /** The org's scratch orgs, where it is a Dev Hub. */
  readonly hub?: ScratchHub | undefined;
  /** Told of every request that the org does not know. */
  readonly onUnknown?: ((request: UnknownRequest) => void) | undefined;
}

/** A request that nobody answers: of HTTP, or an operation of SOAP. */
export interface UnknownRequest {
  readonly method: string;
  readonly url: string;
}

export interface OrgServer {
  readonly app: FastifyInstance;
  /** A session of the administrator, for tools. */
  readonly session: Session;
  /** The password of the demo users, for the login page of clients. */
  readonly password: string;
  readonly bulk: BulkApi;
  /** A code for which a client gets a session of the administrator. */
  issueCode(clientId: string, callbackUrl: string): string;
}

/** The HTTP side of an org: REST, UI API, Bulk API, OAuth, and the pages. Nothing listens yet. */
export function createOrgServer(options: OrgServerOptions): OrgServer {
  const { service, lwc, userId, dataFolder, clients = [], hub, onUnknown } = options;
  const { org } = service;
  const codes = createAuthorizationCodes(org.clock);
  const app = createServer({
    register: [registerStreaming],
    ...(onUnknown !== undefined && { onUnknown })
  });
  const sessions = createSessions(org.organizationId, org.clock);
  const { accounts, password } = accountsOf(org, { readerId: userId, dataFolder });
  endInactiveSessions(app, { sessions, accounts });
  const face = hub === undefined ? { org, routes: [] } : hubFace(org, hub);
  const bulk = openBulk(face.org, join(dataFolder, 'bulk'));
  app.addHook('onClose', () => bulk.close());
  registerRestApi(app, {
    org: face.org,
    sessions,
    recent: fileTexts<readonly RecentItem[]>(dataFolder, 'recent-items.json'),
    routes: [
      ...face.routes,
      ...uiApiRoutes,
      ...createPasswordRoutes(accounts),
      ...bulk.routes,
      ...createToolingRoutes(service),
      ...createDeployRoutes(service)
    ]
  });
  addLogin(app, { service, sessions, accounts, dataFolder, clients, codes, onUnknown });
  registerFlows(app, { org, sessions });
  registerLocalApi(app, {
    org,
    sessions,
    defaultUserId: userId,
    users: () => Promise.resolve(usersOf(org))
  });
  if (lwc !== undefined) {
    registerPageHost(app, { build: () => lwc });
    registerStaticResources(app, org);
    app.get('/', (_request, reply) => reply.redirect('/lightning/page/home'));
  }
  const issueCode = (clientId: string, redirectUri: string): string =>
    codes.issue({ clientId, redirectUri, userId, scopes: cliScopes, challenge: undefined });
  return { app, session: sessions.open(userId), password, bulk, issueCode };
}

/** What the CLI asks for when it logs in. */
const cliScopes = ['api', 'refresh_token', 'web'];

interface LoginParts {
  readonly service: MetadataService;
  readonly sessions: Sessions;
  readonly accounts: UserAccounts;
  readonly dataFolder: string;
  readonly clients: readonly OAuthClient[];
  readonly codes: AuthorizationCodes;
  readonly onUnknown: ((request: UnknownRequest) => void) | undefined;
}

function addLogin(app: FastifyInstance, parts: LoginParts): void {
  const { service, sessions, accounts, dataFolder, clients, codes, onUnknown } = parts;
  const { org } = service;
  const { organizationId, clock } = org;
  const refreshTokens = createRefreshTokens(
    fileTexts<RefreshGrant>(dataFolder, 'refresh-tokens.json')
  );
  registerSoap(app, { service, sessions, accounts, onUnknown });
  registerOAuth(app, {
    clients: createClients(() => org.project, clients),
    codes,
    refreshTokens,
    sessions,
    organizationId,
    clock,
    users: accounts,
    user: (id) => org.user(id)
  });
  registerScim(app, { org, sessions, refreshTokens });
  registerFrontdoor(app, { sessions, clock });
}

interface AccountSource {
  /** As whom users are read. */
  readonly readerId: string;
  readonly dataFolder: string;
}

interface Accounts {
  readonly accounts: UserAccounts;
  readonly password: string;
}

/**
 * Whoever is a user record of the org may log in. All demo users share one password, a new one at each start, until
 * they are given their own: browsers on this machine need none.
 */
function accountsOf(org: Org, { readerId, dataFolder }: AccountSource): Accounts {
  const password = secretToken(16);
  const first = createPasswords(memoryTexts<string>());
  for (const { id } of usersOf(org)) first.set(id, password);
  const own = createPasswords(fileTexts<string>(dataFolder, 'own-passwords.json'));
  const find: FindAccounts = async (field, value) => {
    const { records } = await org.query(readerId, {
      soql: `SELECT Id, IsActive FROM User WHERE ${field} = :value`,
      binds: new Map([['value', value]])
    });
    return records.map((record) => ({
      id: idOf(record),
      isActive: record.values.get('IsActive') === true
    }));
  };
  return { accounts: createUserAccounts({ find, own, first }), password };
}

/** Whom the user menu offers: everybody but the platform's own user. */
function usersOf({ project }: Org): (LocalUser & { readonly username: string })[] {
  return localUsers(project)
    .filter(({ userType }) => userType === 'Standard')
    .map((plan) => ({
      username: plan.username,
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
