import { createHash } from 'node:crypto';
import { RestError } from './restError.ts';
import type { RestAnswer, RestCall } from './routes/route.ts';

/** What is known of a resource before it is read or changed. */
export interface ResourceState {
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly etag: string | undefined;
}

/**
 * Answers a read whose headers name what the client has already: 304 when that is still good, 412 when what it expects
 * is not so. Undefined when the read is to go on.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/intro-rest-conditional-requests.html
 */
export function unchanged({ headers }: RestCall, state: ResourceState): RestAnswer | undefined {
  const ifNone = etagsOf(headers['if-none-match']);
  if (ifNone !== undefined && matches(ifNone, state)) return { status: 304 };
  const since = instantOf(headers['if-modified-since']);
  if (ifNone === undefined && since !== undefined && seconds(state) <= since) {
    return { status: 304 };
  }
  requireUnchanged(headers, state);
  return undefined;
}

/** Refuses a change whose headers expect another state. @throws RestError with 412, or 400 for a header that is none */
export function requireState({ headers }: RestCall, state: ResourceState): void {
  requireReadable(headers);
  const ifNone = etagsOf(headers['if-none-match']);
  if (ifNone !== undefined && matches(ifNone, state)) throw preconditionFailed();
  const since = instantOf(headers['if-modified-since']);
  if (since !== undefined && seconds(state) <= since) throw preconditionFailed();
  requireUnchanged(headers, state);
}

/** Does a request make conditions at all? */
export function isConditional({ headers }: RestCall): boolean {
  const names = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];
  return names.some((name) => headers[name] !== undefined);
}

/** An entity tag of a resource's content. */
export function etagOf(content: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(content)).digest('base64')}--gzip"`;
}

type Headers = RestCall['headers'];
type Header = Headers[string];

function requireUnchanged(headers: Headers, state: ResourceState): void {
  const ifMatch = etagsOf(headers['if-match']);
  if (ifMatch !== undefined && !matches(ifMatch, state)) throw preconditionFailed();
  const until = instantOf(headers['if-unmodified-since']);
  if (until !== undefined && seconds(state) > until) throw preconditionFailed();
}

/** On a change a header that makes no sense is refused; a read passes over it. */
function requireReadable(headers: Headers): void {
  for (const name of ['if-match', 'if-none-match']) {
    if (headers[name] !== undefined && etagsOf(headers[name]) === undefined) throw invalid(name);
  }
  const until = headers['if-unmodified-since'];
  if (until !== undefined && instantOf(until) === undefined) throw invalid('if-unmodified-since');
}

/** Tags without the mark of a compressed answer, which says nothing of the content. */
function etagsOf(header: Header): readonly string[] | undefined {
  const tags = [...String(header ?? '').matchAll(/(?:W\/)?"([^"]*)"|(\*)/g)];
  if (header === undefined || tags.length === 0) return undefined;
  return tags.map(([, tag, any]) => any ?? plain(tag ?? ''));
}

function plain(tag: string): string {
  return tag.replace(/-?-gzip$/, '');
}

function matches(tags: readonly string[], { etag }: ResourceState): boolean {
  if (etag === undefined) return true;
  return tags.includes('*') || tags.includes(plain(etag.slice(1, -1)));
}

function instantOf(header: Header): number | undefined {
  const instant = Date.parse(String(header ?? ''));
  return Number.isNaN(instant) ? undefined : instant;
}

/** HTTP dates know no fractions. */
function seconds({ modifiedAt }: ResourceState): number {
  return Math.floor(modifiedAt / 1000) * 1000;
}

function preconditionFailed(): RestError {
  return new RestError(412, {
    errorCode: 'PRECONDITION_FAILED',
    message: 'The record or resource does not meet the precondition of the request.'
  });
}

function invalid(name: string): RestError {
  return new RestError(400, {
    errorCode: 'INVALID_HEADER',
    message: `The header ${name} is malformed.`
  });
}
