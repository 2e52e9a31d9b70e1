import type { FieldValue } from '../store/types.ts';
import type { Compiled, FormulaEnvironment, FormulaType } from './types.ts';

/** What kind of value a parameter takes: `any`, or one of several types. */
export type Accepts = 'any' | FormulaType | readonly FormulaType[];

/** A function whose parameters are all evaluated before it. */
export interface PlainFunction {
  readonly accepts: readonly Accepts[];
  /** How many of `accepts` may be left out, from the end. */
  readonly optional?: number;
  /** The last of `accepts` may be repeated. */
  readonly repeats?: boolean;
  readonly type: FormulaType;
  /** Blank in, blank out; by default every function of numbers, dates and times. */
  readonly takesBlanks?: boolean;
  run(values: readonly FieldValue[], environment: FormulaEnvironment): FieldValue;
}

/** A function that decides what of its parameters is evaluated, or looks at them unevaluated. */
export interface SpecialFunction {
  /** Fewest and most parameters. */
  readonly count: readonly [number, number];
  compile<E extends FormulaEnvironment>(parameters: readonly Compiled<E>[]): Compiled<E>;
}
