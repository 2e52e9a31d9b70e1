import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { CalloutOutcome, CalloutRequest, HeaderPair } from './types.ts';

/**
 * The largest answer that Apex takes, in bytes.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
 */
export const maximumResponseSize = { synchronous: 6_000_000, asynchronous: 12_000_000 } as const;

const failureTexts: ReadonlyMap<string, (host: string) => string> = new Map([
  ['ECONNREFUSED', () => 'Connection refused'],
  ['ECONNRESET', () => 'Connection reset'],
  ['EPIPE', () => 'Connection reset'],
  ['ENOTFOUND', (host: string) => host],
  ['EAI_AGAIN', (host: string) => host]
]);

/**
 * Performs one HTTP request. Redirects are handed back as they are, as Apex sees them.
 * Never rejects: a failure is an outcome, in the words of the platform's CalloutException.
 */
export function performCallout(callout: CalloutRequest): Promise<CalloutOutcome> {
  const { promise, resolve } = Promise.withResolvers<CalloutOutcome>();
  const finish = (outcome: CalloutOutcome): void => {
    clearTimeout(timer);
    resolve(outcome);
  };
  const request = open(callout, (response) => receive(response, request, finish));
  const timer = setTimeout(() => {
    finish(failure('Read timed out'));
    request.destroy();
  }, callout.timeout);
  request.on('error', (error) => finish(failure(describe(error, callout))));
  request.end(callout.body);
  return promise;
}

function open(callout: CalloutRequest, answered: (m: IncomingMessage) => void): ClientRequest {
  const send = callout.url.startsWith('https:') ? requestHttps : requestHttp;
  const headers: Record<string, string> = {
    'User-Agent': 'SFDC-Callout/66.0',
    Accept: '*/*',
    ...Object.fromEntries(callout.headers)
  };
  if (callout.body.length > 0 || callout.method !== 'GET') {
    headers['Content-Length'] = String(callout.body.length);
  }
  return send(callout.url, { method: callout.method, headers, agent: false }, answered);
}

function receive(
  response: IncomingMessage,
  request: ClientRequest,
  finish: (outcome: CalloutOutcome) => void
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= maximumResponseSize.asynchronous) return;
    finish(
      failure(
        `Exceeded max size limit of ${maximumResponseSize.asynchronous} with response size ${size}`
      )
    );
    request.destroy();
  });
  response.on('aborted', () => finish(failure('Premature EOF')));
  response.on('error', () => finish(failure('Premature EOF')));
  response.on('end', () => finish(succeeded(response, Buffer.concat(chunks))));
}

function succeeded(response: IncomingMessage, body: Buffer): CalloutOutcome {
  const headers: HeaderPair[] = [];
  for (let index = 0; index + 1 < response.rawHeaders.length; index += 2) {
    headers.push([response.rawHeaders[index] ?? '', response.rawHeaders[index + 1] ?? '']);
  }
  return {
    kind: 'response',
    response: {
      statusCode: response.statusCode ?? 0,
      status: response.statusMessage ?? '',
      headers,
      body: new Uint8Array(body)
    }
  };
}

function failure(message: string): CalloutOutcome {
  return { kind: 'failure', message };
}

function describe(error: NodeJS.ErrnoException, { url }: CalloutRequest): string {
  const text = failureTexts.get(error.code ?? '');
  return text === undefined ? error.message : text(new URL(url).hostname);
}
