import { fillMergeFields, usesCredential } from './expression.ts';
import type { CredentialLookup } from './expression.ts';
import type { SecretStore } from './secrets.ts';
import type {
  CalloutRequest,
  CredentialHeader,
  CredentialParameters,
  ExternalCredential,
  HeaderPair,
  NamedCredential
} from './types.ts';

/** What Apex asked for, before the named credential is looked up. */
export interface RawCallout {
  readonly method: string;
  /** A URL, or `callout:Name/path`. */
  readonly endpoint: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The org's callout settings. All names are found in any case, with or without the own namespace. */
export interface CalloutSettings {
  namedCredential(name: string): NamedCredential | undefined;
  externalCredential(name: string): ExternalCredential | undefined;
  /** URLs of active remote sites. */
  readonly remoteSites: readonly string[];
  readonly secrets: SecretStore;
  /** May the running user use this principal? */
  mayUsePrincipal(externalCredential: string, principal: string): boolean;
  /** Base URL → the base URL to which requests really go, for trying things out. */
  readonly rewrites: ReadonlyMap<string, string>;
}

/** The text of the CalloutException that Apex sees. */
export class CalloutRefusal extends Error {}

const noAccess = (credential: string): CalloutRefusal =>
  new CalloutRefusal(
    `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${credential}" might not exist.`
  );

/**
 * Turns what Apex asked for into a request that can be sent: named credential, custom headers and merge fields filled in,
 * remote site checked, rewritten.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_named_credentials.htm
 * @throws CalloutRefusal when the platform would refuse
 */
export function prepareCallout(raw: RawCallout, settings: CalloutSettings): CalloutRequest {
  const request = /^callout:/i.test(raw.endpoint)
    ? viaNamedCredential(raw, settings)
    : toRemoteSite(raw, settings);
  return { ...request, url: rewrite(encodeSpaces(request.url), settings.rewrites) };
}

function toRemoteSite(raw: RawCallout, { remoteSites }: CalloutSettings): CalloutRequest {
  const url = parseUrl(raw.endpoint);
  const allowed = remoteSites.some((site) => sameSite(url, site));
  if (!allowed) throw unauthorized(raw.endpoint);
  return { ...raw, url: raw.endpoint };
}

function parseUrl(endpoint: string): URL {
  if (endpoint === '') throw new CalloutRefusal('no protocol: ');
  if (!/^[a-z][\w+.-]*:/i.test(endpoint)) throw new CalloutRefusal(`no protocol: ${endpoint}`);
  const url = URL.parse(endpoint);
  if (url === null) throw unauthorized(endpoint);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CalloutRefusal(`unknown protocol: ${url.protocol.slice(0, -1)}`);
  }
  return url;
}

function unauthorized(endpoint: string): CalloutRefusal {
  return new CalloutRefusal(
    `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`
  );
}

function sameSite(url: URL, site: string): boolean {
  const allowed = URL.parse(site);
  return allowed !== null && allowed.origin === url.origin;
}

function viaNamedCredential(raw: RawCallout, settings: CalloutSettings): CalloutRequest {
  const [name = '', ...path] = raw.endpoint.slice('callout:'.length).split(/(?=[/?])/);
  const named = settings.namedCredential(name);
  if (named === undefined || !named.enabled) throw noNamedCredential(name);
  const external = externalOf(named, settings);
  const lookup = lookupIn(external, settings);
  const headers = named.mergeFieldsInHeader
    ? raw.headers.map(([key, value]): HeaderPair => [key, fill(value, lookup)])
    : raw.headers;
  const body = named.mergeFieldsInBody ? fillBody(raw.body, lookup) : raw.body;
  const url = named.url.replace(/\/$/, '') + path.join('');
  return { ...raw, url, body, headers: [...headers, ...addedHeaders(named, external, lookup)] };
}

function noNamedCredential(name: string): CalloutRefusal {
  return new CalloutRefusal(
    `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
  );
}

function externalOf(
  named: NamedCredential,
  settings: CalloutSettings
): ExternalCredential | undefined {
  if (named.externalCredential === undefined) return undefined;
  const external = settings.externalCredential(named.externalCredential);
  if (external === undefined) throw noAccess(named.externalCredential);
  return external;
}

function lookupIn(
  external: ExternalCredential | undefined,
  settings: CalloutSettings
): CredentialLookup {
  const principal = principalFor(external, settings);
  return (credential, parameter) => {
    if (external === undefined || !sameName(credential, external.name)) return undefined;
    if (principal === undefined) throw noAccess(external.name);
    return principal.get(parameter.toLowerCase());
  };
}

function principalFor(
  external: ExternalCredential | undefined,
  settings: CalloutSettings
): CredentialParameters | undefined {
  if (external === undefined) return undefined;
  const usable = external.principals.filter((each) =>
    settings.mayUsePrincipal(external.name, each)
  );
  return usable
    .map((principal) => settings.secrets.get(external.name, principal))
    .find((parameters) => parameters !== undefined);
}

function addedHeaders(
  named: NamedCredential,
  external: ExternalCredential | undefined,
  lookup: CredentialLookup
): HeaderPair[] {
  const bySequence = (a: CredentialHeader, b: CredentialHeader): number => a.sequence - b.sequence;
  const custom = [...named.headers, ...(external?.headers ?? [])].sort(bySequence);
  const filled = custom.map(({ name, value }): HeaderPair => [name, fill(value, lookup)]);
  const basic = external?.protocol === 'Basic' && named.generateAuthorizationHeader;
  return basic ? [...filled, basicHeader(external.name, lookup)] : filled;
}

function basicHeader(credential: string, lookup: CredentialLookup): HeaderPair {
  const part = (name: string): string => lookup(credential, name) ?? '';
  const pair = Buffer.from(`${part('Username')}:${part('Password')}`, 'utf8');
  return ['Authorization', `Basic ${pair.toString('base64')}`];
}

function fill(text: string, lookup: CredentialLookup): string {
  try {
    return fillMergeFields(text, lookup);
  } catch (error) {
    throw new CalloutRefusal(error instanceof Error ? error.message : String(error));
  }
}

function fillBody(body: Uint8Array, lookup: CredentialLookup): Uint8Array {
  const text = Buffer.from(body).toString('utf8');
  return usesCredential(text) ? Buffer.from(fill(text, lookup), 'utf8') : body;
}

/** `clazar__Api` and `Api` name the same credential. */
function sameName(a: string, b: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/^[a-z]\w*?__/, '');
  return bare(a) === bare(b);
}

function encodeSpaces(url: string): string {
  return url.replaceAll(' ', '%20');
}

function rewrite(url: string, rewrites: ReadonlyMap<string, string>): string {
  for (const [from, to] of rewrites) {
    const rest = url.slice(from.length);
    if (url.startsWith(from) && /^(?:$|[/?#])/.test(rest)) return to.replace(/\/$/, '') + rest;
  }
  return url;
}
