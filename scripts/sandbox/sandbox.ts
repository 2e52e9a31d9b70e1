import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { Clock, Log } from '../shared/index.ts';
import { UserError } from '../shared/index.ts';
import type { ShiftedClock } from './clock.ts';
import { shiftedClock } from './clock.ts';
import type { SandboxControl } from './control/index.ts';
import {
  controlRoutes,
  createFaults,
  createRequestLog,
  putRecord,
  snapshotOf
} from './control/index.ts';
import type { Size } from './data/index.ts';
import { seededWorld } from './data/index.ts';
import type { Server } from './http/app.ts';
import { addOperations, createApp } from './http/app.ts';
import { addHooks } from './http/faultHooks.ts';
import { notFound } from './http/errors.ts';
import { createIdempotency } from './http/idempotency.ts';
import { createRateLimiter } from './http/rateLimit.ts';
import type { Credentials, Tokens } from './http/tokens.ts';
import { createTokens, demoCredentials } from './http/tokens.ts';
import type { Decision, RegistrationEvent } from './lifecycle/index.ts';
import { decide, decisions, moveRegistration, registrationEvents } from './lifecycle/index.ts';
import { registerPages } from './pages/index.ts';
import type { Opportunity } from './records.ts';
import { operations } from './resources/index.ts';
import type { Fetch, Salesforce, SalesforceApp, TextKeeper } from './salesforce/index.ts';
import { createAccounts, createSalesforce } from './salesforce/index.ts';
import { catchUp } from './timeLapse/events.ts';
import type { World } from './world.ts';

/** How a sandbox is made. */
export interface SandboxOptions {
  readonly clock: Clock;
  /** The same seed at the same time makes the same data. */
  readonly seed: number;
  /** 300 (`small`, the default), 10,000 or 100,000 records. */
  readonly size?: Size;
  readonly log: Log;
  /** Default true: 120 requests a minute, 30 for analytics. */
  readonly rateLimit?: boolean;
  /** Default {@link demoCredentials}. */
  readonly credentials?: Credentials;
  /** Default false: also serves `/_control/…`. */
  readonly control?: boolean;
  /**
   * Milliseconds since 1970 at which the data begins; default now. A process that starts again with
   * the same value finds the same data, and everything that has happened in it since.
   */
  readonly seededAt?: number;
  /** Clazar's own pages, and its side of OAuth; absent: only the API is served. */
  readonly pages?: PagesOptions;
}

/** What Clazar's settings pages need. */
export interface PagesOptions {
  /** Clazar's External Client App in Salesforce. */
  readonly app: SalesforceApp;
  /** Where connections outlive the process; absent: they do not. */
  readonly keeper?: TextKeeper;
  /** `04t…` of the package version to install. */
  readonly packageVersionId?: string;
  /** How orgs are reached; default: over the network. */
  readonly fetch?: Fetch;
}

/** A server that looks like https://api.clazar.io from outside. */
export interface Sandbox {
  /** For requests in the same process: `app.inject`. */
  readonly app: FastifyInstance;
  readonly control: SandboxControl;
  /**
   * Listens, on the loopback interface unless `host` says otherwise; port 0 takes a free one.
   *
   * @throws UserError when the port is in use
   */
  start(where: { port: number; host?: string }): Promise<{ url: string }>;
  stop(): Promise<void>;
}

/** Everything that a reset replaces. */
interface State {
  world: World;
  idempotency: ReturnType<typeof createIdempotency>;
  rateLimiter: ReturnType<typeof createRateLimiter> | undefined;
}

/** A sandbox with seeded data. Nothing listens until `start`. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const clock = shiftedClock(options.clock);
  const faults = createFaults();
  const requests = createRequestLog();
  const tokens = createTokens(options.seed, clock, options.credentials ?? demoCredentials);
  const state = freshState(options, clock);
  const salesforce = salesforceOf(options, clock);
  const server = serverOf({ options, clock, tokens, salesforce, state });
  const app = createApp(options.log);
  const toNow = (): void => catchUp(state.world, clock.now());
  const sleep = async (milliseconds: number): Promise<void> => {
    await wait(milliseconds, undefined, { ref: false });
  };
  const control: SandboxControl = {
    addFault: faults.add,
    clearFaults: faults.clear,
    expireTokens: () => tokens.expire(),
    requests: requests.all,
    awsWrites: () => [...state.world.awsWrites],
    now: clock.now,
    advance: (milliseconds) => {
      clock.advance(milliseconds);
      toNow();
    },
    reset: () => {
      clock.reset();
      faults.clear();
      requests.clear();
      Object.assign(state, freshState(options, clock));
    },
    snapshot: () => snapshotOf(state.world),
    putRecord: (name, fields) => putRecord(state.world, { name, fields, now: clock.now() }),
    review: (id, decision) => review(state.world, { id, decision, at: clock.now() }),
    deleteRecord: (name, id) => state.world.records[name].delete(id)
  };
  addHooks(app, { server, faults, requests, sleep, catchUp: toNow });
  addOperations(app, operations, server);
  if (options.control) controlRoutes(app, control);
  if (options.pages) {
    const { packageVersionId } = options.pages;
    registerPages(app, { salesforce, requests: requests.all, packageVersionId });
  }
  const start: Sandbox['start'] = async ({ port, host = '127.0.0.1' }) => {
    const url = await app
      .listen({ port, host })
      .catch((cause: unknown) => refuseToStart(cause, port));
    return { url };
  };
  return { app, control, start, stop: () => app.close() };
}

function review(
  world: World,
  { id, decision, at }: { id: string; decision: Decision | RegistrationEvent; at: number }
): Opportunity {
  const record = world.records.opportunities.get(id);
  const ofAws = decisions.find((known) => known === decision);
  const event = registrationEvents.find((known) => known === decision);
  if (record?.cloud === 'aws' && ofAws) return decide(world, record, { at, decision: ofAws });
  if (record?.cloud === 'azure' && event) return moveRegistration(world, record, { at, event });
  throw notFound();
}

function freshState(options: SandboxOptions, clock: ShiftedClock): State {
  const { seed, size = 'small', rateLimit = true, seededAt = clock.now() } = options;
  const world = seededWorld(seed, size, seededAt);
  catchUp(world, clock.now());
  return {
    world,
    idempotency: createIdempotency(clock),
    rateLimiter: rateLimit ? createRateLimiter(clock) : undefined
  };
}

function salesforceOf({ pages, log }: SandboxOptions, clock: Clock): Salesforce {
  return createSalesforce({
    app: pages?.app ?? { clientId: '', clientSecret: '' },
    accounts: createAccounts(pages?.keeper),
    http: pages?.fetch ?? fetch,
    clock,
    log
  });
}

function serverOf(parts: {
  options: SandboxOptions;
  clock: Clock;
  tokens: Tokens;
  salesforce: Salesforce;
  state: State;
}): Server {
  const { options, clock, tokens, salesforce, state } = parts;
  return {
    clock,
    log: options.log,
    tokens,
    salesforce,
    world: () => state.world,
    idempotency: () => state.idempotency,
    rateLimiter: () => state.rateLimiter
  };
}

function refuseToStart(cause: unknown, port: number): never {
  const { code } = Object(cause) as { code?: unknown };
  if (code === 'EADDRINUSE') {
    throw new UserError(
      `Port ${port} is in use, so the Clazar sandbox cannot start.`,
      'Stop the program that uses it, or choose another port with SANDBOX_PORT.'
    );
  }
  if (code === 'EACCES') {
    throw new UserError(
      `Port ${port} needs more rights than this user has.`,
      'Choose a port above 1023 with SANDBOX_PORT.'
    );
  }
  throw cause;
}
