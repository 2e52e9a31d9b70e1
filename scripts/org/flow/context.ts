import type { SchemaPort } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { DmlRequest, DmlResult } from '../dml/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { QueryRequest, QueryResult } from '../soql/index.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';
import type { FlowLibrary } from './library.ts';
import type { FlowValue } from './model.ts';

/** The outcome of an action for one interview. */
export interface ActionResult {
  /** The text of the fault; undefined when it went well. */
  readonly error: string | undefined;
  readonly outputs: Readonly<Record<string, FlowValue>>;
}

export interface ActionCall {
  /** `apex`, `emailSimple`, `customNotificationAction` */
  readonly type: string;
  /** The Apex class, or the action's own name. */
  readonly name: string;
  /** One for each interview: what goes in, by parameter name. */
  readonly inputs: readonly Readonly<Record<string, FlowValue>>[];
}

/** Calls actions: one call for all interviews that wait at the element, as the platform groups them. */
export interface ActionPort {
  /** One result for each input, in order. */
  call(call: ActionCall): readonly ActionResult[];
}

/** A path of a flow that is to run later, for records that are due together. */
export interface LaterPath {
  readonly flow: string;
  readonly path: string;
  readonly object: string;
  readonly recordIds: readonly string[];
  /** Milliseconds since 1970; undefined: right after the commit. */
  readonly at: number | undefined;
}

/** What running flows need of the org. One a transaction and user. */
export interface FlowContext {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly clock: Clock;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
  readonly library: FlowLibrary;
  readonly actions: ActionPort;
  query(request: QueryRequest): QueryResult;
  /** DML in this transaction, of the origin `flow`. */
  dml(request: DmlRequest): DmlResult[];
  /** The value of a formula field of a record as it is in memory. */
  formulaField?(object: string, field: string, record: StoredRow): FieldValue;
  /** Counts one query, however many interviews share it, and its rows. */
  countQuery?(rows: number): void;
  /** @throws when the transaction has computed too long */
  checkCpuTime?(): void;
  /** Keeps a path for later. */
  later?(path: LaterPath): void;
}
