import type { SchemaPort, TriggerEvent } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';
import type { ObjectPlans } from './plan.ts';
import type { DmlTransaction } from './transaction.ts';

/** What a trigger or a before-save flow sees of a record: `values` may be changed in before events. */
export interface TriggerRecord {
  readonly object: string;
  /** Undefined in before insert. */
  readonly id: string | undefined;
  /** The whole record by canonical field name; a field that has no value may be missing. */
  readonly values: StoredRow;
  /** The record before this save; undefined for inserts. */
  readonly old: StoredRow | undefined;
  /**
   * `record.addError(…)` and `record.Field.addError(…)` (canonical field name).
   * @param statusCode `FIELD_CUSTOM_VALIDATION_EXCEPTION` unless it is said
   */
  addError(message: string, field?: string, statusCode?: string): void;
}

/** Runs an object's triggers; the Apex side wraps the records as `Trigger.new` and `Trigger.old`. */
export interface TriggerPort {
  /** Has the object a trigger (an active one) for this event? Asked often: answer from a table. */
  handles(object: string, event: TriggerEvent): boolean;
  /**
   * Runs all triggers of one event over at most 200 records.
   * @throws TriggerFailure for an exception that a trigger did not catch; anything else (a LimitException) goes through
   */
  run(event: TriggerEvent, object: string, records: readonly TriggerRecord[]): void;
}

/** An exception that left a trigger, or a flow: every record of the chunk fails with this text. */
export class TriggerFailure extends Error {
  readonly statusCode: string;
  /**
   * @param message `Name: execution of BeforeInsert\n\ncaused by: System.NullPointerException: …`
   * @param statusCode `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY` for triggers, `CANNOT_EXECUTE_FLOW_TRIGGER` for flows
   */
  constructor(message: string, statusCode = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') {
    super(message);
    this.name = 'TriggerFailure';
    this.statusCode = statusCode;
  }
}

export type SaveKind = 'insert' | 'update' | 'delete';

/** Runs record-triggered flows. */
export interface RecordFlowPort {
  handles(object: string, moment: 'before' | 'after', kind: SaveKind): boolean;
  /** @throws TriggerFailure when a flow fails without a fault path */
  run(moment: 'before' | 'after', kind: SaveKind, records: readonly TriggerRecord[]): void;
}

export interface ValidationRule {
  readonly name: string;
  readonly message: string;
  /** Canonical name of the field that shows the message; undefined for the top of the page. */
  readonly field: string | undefined;
  /** True when the record is NOT valid. */
  fails(record: StoredRow, old: StoredRow | undefined): boolean;
}

/** Formula-driven parts of an object. */
export interface FormulaRulesPort {
  /** Active validation rules, in the order they are to run. */
  validationRules(object: string): readonly ValidationRule[];
  /** The value of a field's default formula for a new record. */
  defaultValue(object: string, field: string, record: StoredRow): FieldValue;
  /** The value of a formula field for a record, for roll-ups over it. */
  fieldValue?(object: string, field: string, record: StoredRow): FieldValue;
}

/** Record-level access for DML; asked only when sharing is to be enforced. */
export interface RecordAccessPort {
  /** Those of `ids` that the user has at least `level` on. */
  accessible(
    object: string,
    ids: readonly string[],
    level: 'read' | 'edit' | 'delete'
  ): ReadonlySet<string>;
  /** Called after owners or parents changed, or records came to be. */
  changed?(object: string, ids: readonly string[]): void;
}

/** The governor limits that DML counts. */
export interface DmlLimits {
  count(name: 'dmlStatements' | 'dmlRows', by?: number): void;
  /** State of all counters, to come back to before a retry. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

/** Publishes platform events that arrive as inserts (REST, Flow). */
export interface EventPort {
  publish(object: string, row: StoredRow): void;
}

/** Who asked; the same mistake is worded differently for Apex and for the API, and the platform writes what nobody else may. */
export type DmlOrigin = 'apex' | 'api' | 'flow' | 'platform';

/** Everything that one DML call needs. One a transaction and user. */
export interface DmlContext {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
  readonly clock: Clock;
  /** Made once an org: `createObjectPlans(schema)`. */
  readonly plans: ObjectPlans;
  /** Made once an (Apex) transaction: `createDmlTransaction()`. */
  readonly transaction: DmlTransaction;
  readonly origin: DmlOrigin;
  readonly triggers?: TriggerPort | undefined;
  readonly flows?: RecordFlowPort | undefined;
  readonly rules?: FormulaRulesPort | undefined;
  readonly access?: RecordAccessPort | undefined;
  readonly limits?: DmlLimits | undefined;
  readonly events?: EventPort | undefined;
}
