import { isAssignable, isNumeric } from './assign.ts';
import type { TypeTable } from './table.ts';
import { isNative } from './type.ts';
import type { ApexType } from './type.ts';

export interface Candidate<T> {
  readonly item: T;
  readonly parameters: readonly ApexType[];
}

export interface Overload<T> {
  readonly item: T;
  /** Another one fits as well, and neither is the more specific. */
  readonly isAmbiguous: boolean;
}

/**
 * The overload that fits best: every argument assignable, the least conversion in total, of those the most specific.
 * Undefined when none fits.
 */
export function chooseOverload<T>(
  table: TypeTable,
  candidates: readonly Candidate<T>[],
  given: readonly ApexType[]
): Overload<T> | undefined {
  const best = cheapest(table, candidates, given);
  const [first] = best;
  if (!first) return undefined;
  const specific = best.find((one) => best.every((other) => isAsSpecific(table, one, other)));
  return { item: (specific ?? first).item, isAmbiguous: specific === undefined };
}

function cheapest<T>(
  table: TypeTable,
  candidates: readonly Candidate<T>[],
  given: readonly ApexType[]
): readonly Candidate<T>[] {
  let least = Infinity;
  let best: Candidate<T>[] = [];
  for (const one of candidates) {
    if (one.parameters.length !== given.length) continue;
    const cost = totalCost(table, one.parameters, given);
    if (cost === undefined || cost > least) continue;
    best = cost === least ? [...best, one] : [one];
    least = cost;
  }
  return best;
}

/** Does everything that this one takes fit the other? */
function isAsSpecific<T>(table: TypeTable, one: Candidate<T>, other: Candidate<T>): boolean {
  return one.parameters.every((type, index) => {
    const wider = other.parameters[index];
    return wider !== undefined && isAssignable(table, type, wider);
  });
}

function totalCost(
  table: TypeTable,
  parameters: readonly ApexType[],
  given: readonly ApexType[]
): number | undefined {
  let total = 0;
  for (const [index, to] of parameters.entries()) {
    const from = given[index];
    if (from === undefined || !isAssignable(table, from, to)) return undefined;
    total += conversionCost(from, to);
  }
  return total;
}

const numberOrder = ['Integer', 'Long', 'Double', 'Decimal'];

function conversionCost(from: ApexType, to: ApexType): number {
  if (from === to) return 0;
  if (isNative(to, 'Object')) return 1000;
  if (from.kind === 'null') return isNative(to, 'Id') ? 2 : 1;
  if (isNumeric(from) && isNumeric(to)) return numberCost(from.name, to.name);
  return parentCost(from, to);
}

function parentCost(from: ApexType, to: ApexType): number {
  if (isNative(to, 'SObject')) return 20;
  if (from.kind === 'class' && to.kind === 'class') return to.symbol.kind === 'interface' ? 12 : 10;
  if (isNative(from, 'String', 'Id')) return 15;
  return 30 + (holdsObject(to) ? 100 : 0);
}

function holdsObject(type: ApexType): boolean {
  return type.kind === 'native' && type.arguments.some((one) => isNative(one, 'Object'));
}

function numberCost(from: string, to: string): number {
  const distance = numberOrder.indexOf(to) - numberOrder.indexOf(from);
  return distance >= 0 ? distance : 5;
}
