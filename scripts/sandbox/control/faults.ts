import type { JsonObject } from '../json.ts';

/** What goes wrong. */
export type FaultKind =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: JsonObject | string;
      /** Seconds. */
      readonly retryAfter?: number;
      /** `after`: the work is done, only the answer is lost. Default `before`. */
      readonly when?: When;
    }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'drop'; readonly when?: When }
  | { readonly kind: 'halfBody' }
  | { readonly kind: 'malformedJson' }
  | { readonly kind: 'wrongTypes' }
  | { readonly kind: 'expiredToken' };
export type When = 'before' | 'after';

/** A fault, and the requests that meet it. */
export type Fault = FaultKind & {
  /** Any method when absent. */
  readonly method?: string;
  /** A path such as `/contracts/`, with `*` for any characters. Any path when absent. */
  readonly path?: string;
  /** The first request that it strikes, counted among those that match, from 1. Default 1. */
  readonly nth?: number;
  /** How many requests in a row it strikes. Default 1. */
  readonly times?: number;
};

/** The faults that wait for their request. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  pending(): readonly Fault[];
  /** The faults that strike this request. */
  strike(method: string, path: string): readonly Fault[];
}

interface Waiting {
  readonly fault: Fault;
  seen: number;
}

export function createFaults(): Faults {
  let waiting: Waiting[] = [];
  return {
    add: (fault) => waiting.push({ fault, seen: 0 }),
    clear: () => (waiting = []),
    pending: () => waiting.map(({ fault }) => fault),
    strike: (method, path) => {
      const matching = waiting.filter(({ fault }) => matches(fault, method, path));
      matching.forEach((entry) => (entry.seen += 1));
      const struck = matching.filter(({ fault, seen }) => seen >= (fault.nth ?? 1));
      waiting = waiting.filter(({ fault, seen }) => seen < lastOf(fault));
      return struck.map(({ fault }) => fault);
    }
  };
}

function lastOf({ nth = 1, times = 1 }: Fault): number {
  return nth + times - 1;
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return fault.path === undefined || patternOf(fault.path).test(withSlash(path));
}

function patternOf(path: string): RegExp {
  const escaped = withSlash(path).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
}

/** The path with a slash at its end, as the reference writes it. */
export function withSlash(path: string): string {
  return path.endsWith('/') || path.endsWith('*') ? path : `${path}/`;
}
