import { gzipSync } from 'node:zlib';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexException, nullPointer } from '../../../apex/runtime/index.ts';
import { CalloutRefusal, maximumResponseSize, prepareCallout } from '../../callouts/index.ts';
import type { CalloutOutcome, CalloutRequest, CalloutResponse } from '../../callouts/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { OrgHost, Transaction } from '../../runtime/index.ts';
import { isHttpResponse, responseFrom } from './message.ts';
import type { ApexHttpRequest, ApexHttpResponse, RequestData } from './message.ts';
import { answerFromStaticResource } from './staticMocks.ts';

/** Milliseconds: for one callout, and for all callouts of a transaction. */
const maximumTimeout = 120_000;

/** `Http.send`: limits and rules first, then the mock or the network. */
export function send(context: ApexContext, request: ApexHttpRequest | null): ApexHttpResponse {
  if (request === null) throw nullPointer();
  const host = hostOf(context);
  host.transaction.limits.count('callouts');
  check(request.data, host.transaction);
  host.transaction.log.event('CALLOUT_REQUEST', request.$toString());
  const response =
    host.transaction.test === undefined
      ? overNetwork(host, request.data)
      : fromMock(context, host.transaction, request);
  host.transaction.log.event('CALLOUT_RESPONSE', response.$toString());
  return response;
}

function check({ endpoint, method, timeout }: RequestData, transaction: Transaction): void {
  const refusal = transaction.callouts.refusal();
  if (refusal !== undefined) throw calloutException(refusal);
  if (endpoint === null || method === null) throw nullPointer();
  if (timeout < 1 || timeout > maximumTimeout) {
    throw calloutException(
      `Timeout must be between 1 and ${maximumTimeout} milliseconds: ${timeout}`
    );
  }
}

function overNetwork(host: OrgHost, data: RequestData): ApexHttpResponse {
  const { services, transaction } = host;
  const request = prepare(host, data);
  services.store.releaseLock();
  const started = services.clock.now();
  const outcome = transaction.limits.offTheClock(() => services.callouts(request));
  transaction.limits.count('calloutTime', services.clock.now() - started);
  return responseFrom(accept(outcome, transaction));
}

function prepare({ services, transaction }: OrgHost, data: RequestData): CalloutRequest {
  const left = maximumTimeout - transaction.limits.used('calloutTime');
  if (left <= 0) throw calloutException('Exceeded maximum time allotted for callout (120000 ms)');
  const raw = {
    method: (data.method ?? '').toUpperCase(),
    endpoint: data.endpoint ?? '',
    headers: data.compressed
      ? [...data.headers.pairs(), ['Content-Encoding', 'gzip'] as const]
      : data.headers.pairs(),
    body: data.compressed ? new Uint8Array(gzipSync(data.body)) : data.body,
    timeout: Math.min(data.timeout, left)
  };
  try {
    return prepareCallout(raw, services.calloutSettings(transaction));
  } catch (error) {
    throw error instanceof CalloutRefusal ? calloutException(error.message) : error;
  }
}

function accept(outcome: CalloutOutcome, transaction: Transaction): CalloutResponse {
  if (outcome.kind === 'failure') throw calloutException(outcome.message);
  const { length } = outcome.response.body;
  const limit = maximumResponseSize[transaction.job === undefined ? 'synchronous' : 'asynchronous'];
  if (length <= limit) return outcome.response;
  throw calloutException(`Exceeded max size limit of ${limit} with response size ${length}`);
}

function fromMock(
  context: ApexContext,
  { test }: Transaction,
  request: ApexHttpRequest
): ApexHttpResponse {
  const mock = test?.calloutMock;
  if (mock === undefined || mock === null) {
    throw new ApexException(
      'System.TypeException',
      'Methods defined as TestMethod do not support Web service callouts'
    );
  }
  const answer =
    answerFromStaticResource(context, mock, request) ??
    context.program.invoke(mock, 'respond', [request]);
  if (isHttpResponse(answer)) return answer;
  throw calloutException('The mock gave no response');
}

function calloutException(text: string): ApexException {
  return new ApexException('System.CalloutException', text);
}
