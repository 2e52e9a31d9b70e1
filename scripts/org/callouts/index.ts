export { blockingTransport, calloutSignal, serveCallouts } from './channel.ts';
export type { CalloutChannel } from './channel.ts';
export { CalloutRefusal, prepareCallout } from './credentials.ts';
export type { CalloutSettings, RawCallout } from './credentials.ts';
export { externalCredentialFrom, namedCredentialFrom } from './definitions.ts';
export { fileSecrets, memorySecrets } from './secrets.ts';
export type { SecretStore } from './secrets.ts';
export { maximumResponseSize, performCallout } from './transport.ts';
export type {
  CalloutOutcome,
  CalloutRequest,
  CalloutResponse,
  CalloutTransport,
  CredentialParameters,
  ExternalCredential,
  HeaderPair,
  NamedCredential
} from './types.ts';
