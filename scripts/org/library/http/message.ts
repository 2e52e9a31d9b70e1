import { gunzipSync } from 'node:zlib';
import type { CalloutResponse, HeaderPair } from '../../callouts/index.ts';
import { PlatformObject } from '../platformObject.ts';

/** Headers whose names are found in any case. */
export class Headers {
  private readonly entries = new Map<string, HeaderPair>();

  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.[1] ?? null;
  }

  set(name: string, value: string): void {
    this.entries.set(name.toLowerCase(), [name, value]);
  }

  /** Joins a header that comes more than once, as HTTP does. */
  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }

  names(): string[] {
    return [...this.entries.values()].map(([name]) => name);
  }

  pairs(): HeaderPair[] {
    return [...this.entries.values()];
  }
}

export interface RequestData {
  method: string | null;
  endpoint: string | null;
  headers: Headers;
  body: Uint8Array;
  /** Milliseconds. */
  timeout: number;
  compressed: boolean;
  certificate: string | null;
}

export interface ResponseData {
  statusCode: number;
  status: string | null;
  headers: Headers;
  body: Uint8Array;
}

export type ApexHttpRequest = PlatformObject<RequestData>;
export type ApexHttpResponse = PlatformObject<ResponseData>;

const defaultTimeout = 10_000;

export function newRequest(): ApexHttpRequest {
  const data: RequestData = {
    method: null,
    endpoint: null,
    headers: new Headers(),
    body: new Uint8Array(),
    timeout: defaultTimeout,
    compressed: false,
    certificate: null
  };
  return new PlatformObject(
    'HttpRequest',
    data,
    ({ endpoint, method }) => `System.HttpRequest[Endpoint=${endpoint}, Method=${method}]`
  );
}

export function newResponse(changes: Partial<ResponseData> = {}): ApexHttpResponse {
  const empty = { statusCode: 0, status: null, headers: new Headers(), body: new Uint8Array() };
  return new PlatformObject(
    'HttpResponse',
    { ...empty, ...changes },
    ({ status, statusCode }) => `System.HttpResponse[Status=${status}, StatusCode=${statusCode}]`
  );
}

/** An answer from the network as Apex sees it. */
export function responseFrom({
  statusCode,
  status,
  headers,
  body
}: CalloutResponse): ApexHttpResponse {
  const kept = new Headers();
  for (const [name, value] of headers) kept.append(name, value);
  const zipped = kept.get('Content-Encoding')?.toLowerCase() === 'gzip' && body.length > 0;
  return newResponse({
    statusCode,
    status,
    headers: kept,
    body: zipped ? new Uint8Array(gunzipSync(body)) : body
  });
}

/** Is it an `HttpResponse`? */
export function isHttpResponse(value: unknown): value is ApexHttpResponse {
  return value instanceof PlatformObject && value.$type === 'HttpResponse';
}
