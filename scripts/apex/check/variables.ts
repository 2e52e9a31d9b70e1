import type { Position } from '../syntax/index.ts';
import type { ApexType } from '../types/index.ts';
import type { Bound, LocalVariable } from './bound.ts';
import type { Checker } from './checker.ts';

export interface NewVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly at: Position;
  readonly isFinal?: boolean;
  /** Its first values: `[undefined]` when it gets one that is not known here. */
  readonly values?: (Bound | undefined)[];
}

/** Declares a local variable; its name must be new in the method. */
export function declare(checker: Checker, variable: NewVariable): LocalVariable {
  const { name, type, at, isFinal = false, values = [undefined] } = variable;
  if (checker.scope.find(name)) checker.report(at, `Duplicate variable: ${name}`);
  if (isReserved(name)) checker.report(at, `Identifier name is reserved: ${name}`);
  const local: LocalVariable = { name, type, isFinal, values, isTemporary: false };
  checker.scope.declare(local);
  return local;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_reserved_words.htm */
const reserved = new Set(
  (
    'activate any array as asc autonomous begin bigdecimal blob byte case cast char collect commit ' +
    'const currency default desc end exception exit export float from goto group having hint import ' +
    'in inner instanceof int into join like limit list loop map not nulls number object of on or ' +
    'outer package parallel pragma retrieve rollback select set short sort switch synchronized system then ' +
    'time transaction trigger using when where'
  ).split(' ')
);

/** Methods may have more names than variables. */
const reservedForMethods = new Set(
  'as asc commit desc from having in instanceof like limit list map not nulls on or select trigger using where'.split(
    ' '
  )
);

export function isReserved(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

export function isReservedForMethods(name: string): boolean {
  return reservedForMethods.has(name.toLowerCase());
}
