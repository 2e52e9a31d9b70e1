import type { JsonObject } from '../json.ts';
import type { Salesforce } from '../salesforce/index.ts';
import type { World } from '../world.ts';
import type { Tokens } from './tokens.ts';

/** One request, as an operation sees it. */
export interface Call {
  readonly world: World;
  readonly tokens: Tokens;
  readonly salesforce: Salesforce;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  /** Scheme, host and path of the request, for links. */
  readonly url: string;
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Answer {
  readonly status: number;
  /** Absent for an answer without content. */
  readonly body?: JsonObject;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One verb on one path. The table of all of them is the API. */
export interface Operation {
  readonly method: Method;
  /** With `{name}` for parameters and a slash at the end, as in the OpenAPI document. */
  readonly path: string;
  /** Absent: needs a token. */
  readonly isPublic?: true;
  readonly limit: 'standard' | 'analytics' | 'none';
  handle(call: Call): Answer;
}
