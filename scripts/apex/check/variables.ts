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
    'abstract activate and any array as asc autonomous begin bigdecimal blob break bulk by byte case ' +
    'cast catch char class collect commit const continue currency default delete desc do ' +
    'else end enum exception exit export extends false final finally float for from global goto ' +
    'group having hint if implements import in inner insert instanceof int interface into join ' +
    'like limit list loop map merge new not null nulls number object of on or outer ' +
    'override package parallel pragma private protected public retrieve return rollback select set ' +
    'short sort stat static super switch synchronized testmethod then this throw time transaction ' +
    'trigger true try undelete update upsert using virtual webservice when where while'
  ).split(' ')
);

/** Words that the platform reserves but that its compiler still takes for names of variables. */
const tolerated = new Set(
  'any array as asc activate begin blob by case category currency count desc end exception from group inner instanceof into join like limit list map number object offset on of order package rollback set sort stat time trigger when'.split(
    ' '
  )
);

export function isReserved(name: string): boolean {
  const key = name.toLowerCase();
  return reserved.has(key) && !tolerated.has(key);
}
