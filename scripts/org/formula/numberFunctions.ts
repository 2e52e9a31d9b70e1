import type { PlainFunction } from './functionTypes.ts';
import { asNumber, finite, roundTo } from './values.ts';

type NumberRun = (...values: number[]) => number;

function ofNumbers(count: number, run: NumberRun): PlainFunction {
  return {
    accepts: Array.from({ length: count }, () => 'number' as const),
    type: 'number',
    run: (values) => finite(run(...values.map(asNumber)))
  };
}

const ofAnyNumbers = (run: NumberRun): PlainFunction => ({ ...ofNumbers(1, run), repeats: true });

/** Away from zero, or towards it: the platform's CEILING and FLOOR know no other direction. */
const ceiling: NumberRun = (value = 0) => Math.sign(value) * Math.ceil(Math.abs(value));
const floor: NumberRun = (value = 0) => Math.sign(value) * Math.floor(Math.abs(value));

const truncate: NumberRun = (value = 0, digits = 0) => {
  const factor = 10 ** digits;
  return Math.trunc(Number((value * factor).toPrecision(15))) / factor;
};

/** @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm */
export const numberFunctions: Readonly<Record<string, PlainFunction>> = {
  ABS: ofNumbers(1, Math.abs),
  ACOS: ofNumbers(1, Math.acos),
  ASIN: ofNumbers(1, Math.asin),
  ATAN: ofNumbers(1, Math.atan),
  ATAN2: ofNumbers(2, Math.atan2),
  CEILING: ofNumbers(1, ceiling),
  COS: ofNumbers(1, Math.cos),
  EXP: ofNumbers(1, Math.exp),
  FLOOR: ofNumbers(1, floor),
  LN: ofNumbers(1, Math.log),
  LOG: ofNumbers(1, Math.log10),
  MAX: ofAnyNumbers(Math.max),
  MCEILING: ofNumbers(1, Math.ceil),
  MFLOOR: ofNumbers(1, Math.floor),
  MIN: ofAnyNumbers(Math.min),
  MOD: ofNumbers(2, (value = 0, divisor = 1) => value % divisor),
  PI: ofNumbers(0, () => Math.PI),
  ROUND: ofNumbers(2, (value = 0, digits = 0) => roundTo(value, digits)),
  SIN: ofNumbers(1, Math.sin),
  SQRT: ofNumbers(1, Math.sqrt),
  TAN: ofNumbers(1, Math.tan),
  TRUNC: { ...ofNumbers(2, truncate), optional: 1 }
};
