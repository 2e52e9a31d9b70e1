import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowsApi, PasswordError } from '../auth/index.ts';
import type { Session, Sessions, UserAccounts } from '../auth/index.ts';
import { DeployError, requireMetadataRights } from '../deploy/index.ts';
import type { MetadataService } from '../deploy/index.ts';
import { textOf } from '../metadata/index.ts';
import { apexOperations } from './apexOperations.ts';
import { element, readEnvelope, writeEnvelope, writeFault } from './envelope.ts';
import type { SoapRequest } from './envelope.ts';
import { metadataOperations } from './metadataOperations.ts';
import { partnerOperations, userInfo } from './partnerOperations.ts';
import { SoapFault } from './soapFault.ts';
import type { SoapAnswer, SoapOperations } from './soapService.ts';
import { result } from './soapService.ts';

export interface SoapOptions {
  readonly service: MetadataService;
  readonly sessions: Sessions;
  readonly accounts: UserAccounts;
  /** Told of operations that are not known. */
  onUnknown?: ((request: { method: string; url: string }) => void) | undefined;
}

/** By the letter in the address: metadata, Apex, partner, enterprise. */
const apis: Readonly<Record<string, SoapOperations>> = {
  m: metadataOperations,
  s: apexOperations,
  u: partnerOperations,
  c: partnerOperations
};

interface Address {
  readonly api: string;
  readonly version: string;
}

/** Adds the SOAP services: `/services/Soap/<api>/<version>[/<org>]`. */
export function registerSoap(app: FastifyInstance, options: SoapOptions): void {
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    answer(request, reply, options);
  app.post('/services/Soap/:api/:version', handler);
  app.post('/services/Soap/:api/:version/:org', handler);
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  options: SoapOptions
): Promise<unknown> {
  void reply.type('text/xml; charset=utf-8');
  try {
    const address = request.params as Address;
    const text = typeof request.body === 'string' ? request.body : '';
    const soap = readEnvelope(text);
    const { body, header } = await perform({ soap, address, request, options });
    const namespace = apis[address.api]?.namespace ?? '';
    const response = element(`${soap.operation}Response`, { '@_xmlns': namespace, ...body });
    return await reply.send(writeEnvelope(response, header));
  } catch (error) {
    return reply.code(500).send(writeFault(faultOf(error)));
  }
}

interface Exchange {
  readonly soap: SoapRequest;
  readonly address: Address;
  readonly request: FastifyRequest;
  readonly options: SoapOptions;
}

async function perform({ soap, address, request, options }: Exchange): Promise<SoapAnswer> {
  const api = apis[address.api];
  const isPartner = api === partnerOperations;
  if (isPartner && soap.operation === 'login') return login({ soap, address, request, options });
  const operation = api?.operations[soap.operation];
  if (operation === undefined) {
    options.onUnknown?.({ method: 'SOAP', url: `${request.url} ${soap.operation}` });
    throw new SoapFault('INVALID_OPERATION', `There is no operation ${soap.operation} here`);
  }
  const session = await requireSession(options, soap.sessionId);
  const { service, accounts } = options;
  if (api === metadataOperations) await requireMetadataRights(service.org, session.userId);
  return Promise.resolve(
    operation({ service, session, accounts, input: soap.input, version: address.version })
  );
}

async function requireSession(
  { sessions, accounts }: SoapOptions,
  token: string | undefined
): Promise<Session> {
  const session = token === undefined ? undefined : sessions.find(token);
  const isKnown = session !== undefined && allowsApi(session);
  if (isKnown && (await accounts.isActive(session.userId))) return session;
  throw new SoapFault(
    'INVALID_SESSION_ID',
    'Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash'
  );
}

/** A user name and a password, to which a security token may be appended, for a session. */
async function login({ soap, address, request, options }: Exchange): Promise<SoapAnswer> {
  const username = textOf(soap.input, 'username') ?? '';
  const userId = await options.accounts.checkPassword(
    username,
    textOf(soap.input, 'password') ?? ''
  );
  if (userId === undefined) {
    throw new SoapFault(
      'INVALID_LOGIN',
      'Invalid username, password, security token; or user locked out.'
    );
  }
  const session = options.sessions.open(userId);
  const { service } = options;
  const base = `${request.protocol}://${request.host}/services/Soap`;
  const place = `${address.version}/${service.org.organizationId.slice(0, 15)}`;
  return result({
    metadataServerUrl: `${base}/m/${place}`,
    passwordExpired: false,
    sandbox: false,
    serverUrl: `${base}/${address.api}/${place}`,
    sessionId: session.token,
    userId,
    userInfo: await userInfo({ service, session })
  });
}

function faultOf(error: unknown): SoapFault {
  if (error instanceof SoapFault) return error;
  if (error instanceof PasswordError) return new SoapFault(error.errorCode, error.message);
  if (error instanceof DeployError) return new SoapFault(error.statusCode, error.message);
  return new SoapFault('UNKNOWN_EXCEPTION', error instanceof Error ? error.message : String(error));
}
