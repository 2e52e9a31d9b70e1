import type { FieldValue } from '../store/types.ts';

/** What a formula's part yields. `nothing` is the type of a bare NULL, and fits everywhere. */
export type FormulaType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'nothing';

/** What every evaluation knows; references add their own. */
export interface FormulaEnvironment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Is the record being created? */
  readonly isNew: boolean;
  /** Is it a copy of another record? */
  readonly isClone: boolean;
}

/** Something a formula names: a field, a global value, a resource of a flow. */
export interface FormulaReference<E> {
  readonly type: FormulaType;
  read(environment: E): FieldValue;
  /** The value before the change; only fields of the record itself have one. */
  prior?(environment: E): FieldValue;
}

/** A part of a formula, ready to be run. */
export interface Compiled<E> {
  readonly type: FormulaType;
  run(environment: E): FieldValue;
  /** Set for a bare reference, for ISCHANGED and PRIORVALUE. */
  readonly reference?: FormulaReference<E>;
}

/** Where a mistake stands in a formula: an offset in its text, from 0. */
export class FormulaError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'FormulaError';
    this.offset = offset;
  }
}
