import type { XmlNode } from '../metadata/index.ts';
import type { MetadataService } from '../deploy/index.ts';
import type { Session, UserAccounts } from '../auth/index.ts';
import type { SoapValue } from './envelope.ts';

/** One call of a SOAP service. */
export interface SoapCall {
  readonly service: MetadataService;
  readonly session: Session;
  readonly accounts: UserAccounts;
  readonly input: XmlNode;
  /** `66.0` */
  readonly version: string;
}

export interface SoapAnswer {
  /** The inside of `…Response`: `result` for almost all. */
  readonly body: Readonly<Record<string, SoapValue>>;
  /** Elements of the envelope's header. */
  readonly header?: string;
}

export type SoapOperation = (call: SoapCall) => SoapAnswer | Promise<SoapAnswer>;

/** Operations by name. */
export interface SoapOperations {
  /** The XML namespace of the answers. */
  readonly namespace: string;
  readonly operations: Readonly<Record<string, SoapOperation>>;
}

/** An answer of one `result` element. */
export function result(value: SoapValue): SoapAnswer {
  return { body: { result: value } };
}
