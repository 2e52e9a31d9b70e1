import type { RestOrg } from '../port.ts';
import type { RecentItem } from '../recentItems.ts';

/** One resource of the REST API: a line in a table. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/services/data/vNN.N`, with `:parameters`. */
  readonly path: string;
  /** How long a body may be, where it may be longer than others. */
  readonly bodyLimit?: number;
  handle(call: RestCall): Promise<RestAnswer>;
}

export interface RestCall {
  readonly org: RestOrg;
  readonly userId: string;
  /** `66.0`, as the client asked for it. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
  /** Inside a request that is all or none: a collection is it too, whatever it says itself. */
  readonly isAtomic?: boolean;
  /** Tells that the user has looked at a record. */
  viewed(item: RecentItem): void;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** A path parameter; the router has made sure that it is there. */
export function parameter(call: RestCall, name: string): string {
  return call.parameters[name] ?? '';
}
