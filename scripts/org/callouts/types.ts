/** An HTTP request as it leaves the org: named credentials resolved, secrets filled in. */
export interface CalloutRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array;
  /** Milliseconds. */
  readonly timeout: number;
}

export type HeaderPair = readonly [name: string, value: string];

export interface CalloutResponse {
  readonly statusCode: number;
  readonly status: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array;
}

/** What came of a request: an answer, or the text of the CalloutException that Apex sees. */
export type CalloutOutcome =
  | { readonly kind: 'response'; readonly response: CalloutResponse }
  | { readonly kind: 'failure'; readonly message: string };

/** Sends a request and waits for its outcome. Apex is synchronous, so this is too. */
export type CalloutTransport = (request: CalloutRequest) => CalloutOutcome;

/** A NamedCredential of the project, with what its ExternalCredential adds. */
export interface NamedCredential {
  /** Developer name, with the namespace as the org shows it. */
  readonly name: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly mergeFieldsInHeader: boolean;
  readonly mergeFieldsInBody: boolean;
  readonly generateAuthorizationHeader: boolean;
  /** Developer name of the external credential; undefined for one without authentication. */
  readonly externalCredential: string | undefined;
  readonly headers: readonly CredentialHeader[];
}

export interface ExternalCredential {
  readonly name: string;
  /** `Custom`, `Basic`, `NoAuthentication`, … */
  readonly protocol: string;
  readonly principals: readonly string[];
  readonly headers: readonly CredentialHeader[];
}

/** A custom header; its value may hold `{!…}` expressions. */
export interface CredentialHeader {
  readonly name: string;
  readonly value: string;
  readonly sequence: number;
}

/** Values of a principal's authentication parameters, by name in lower case. */
export type CredentialParameters = ReadonlyMap<string, string>;
