import type { FieldDefinition, FieldType, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { SqlValue } from '../store/index.ts';
import type { Position } from './ast.ts';
import type { BindTraits } from './bindTraits.ts';
import type { QueryRequest } from './types.ts';

/** What a run of a query knows besides its text. */
export interface RunContext {
  readonly request: QueryRequest;
  /** The user's day, in days since 1970. */
  readonly today: number;
  /** The instant at which a day begins for the user, as stored. */
  startOfDay(day: number): string;
}

/** Computes a parameter of the prepared statement for one run. */
export type Parameter = (context: RunContext) => SqlValue;

/** A use of an object or a field, for access checks. */
export interface Use {
  readonly object: ObjectDefinition;
  /** undefined: the object itself. */
  readonly field: FieldDefinition | undefined;
  /** SECURITY_ENFORCED looks at these only. */
  readonly selected: boolean;
  readonly at: Position | undefined;
}

/** An SQL expression and what it yields. */
export interface Sql {
  readonly text: string;
  readonly type: FieldType;
  /** The field it reads, unless it is computed. */
  readonly field: FieldDefinition | undefined;
  readonly object: ObjectDefinition | undefined;
  /** Is it read through a relationship, where a missing parent leaves it null? */
  readonly joined: boolean;
  /** Is it in lower case, to be compared with what is? */
  readonly folded?: boolean;
}

/** What one statement is compiled with: its parameters, its uses, its parts filled in at run time. */
export interface Compilation {
  readonly schema: SchemaPort;
  readonly parameters: Parameter[];
  readonly uses: Use[];
  readonly sharing: SharedTable[];
  readonly functions: FunctionFactory;
  readonly traits: BindTraits;
  readonly allRows: boolean;
  /** Alias names are unique in a statement. */
  readonly aliases: { count: number };
}

/** A table whose rows the user may not all see; the mark stands in the SQL until the run. */
export interface SharedTable {
  readonly mark: string;
  readonly object: ObjectDefinition;
  readonly alias: string;
}

/** Gives the SQL name of a function of JavaScript. */
export interface FunctionFactory {
  /** Of a multi-select value and a JSON list of sets: has it all of one of the sets? */
  readonly includes: string;
  /** Of an instant: the user's wall clock. */
  readonly wallClock: string;
  /** Of a text: the same in lower case, whatever its alphabet. */
  readonly fold: string;
  /** Of a text and what `wordPattern` made: are the words in it? */
  readonly words: string;
  label(field: FieldDefinition): string;
  /** What stands after FROM for an object. */
  table(object: ObjectDefinition): string;
  formula(object: ObjectDefinition, field: FieldDefinition): FormulaFunction | undefined;
}

export interface FormulaFunction {
  readonly name: string;
  /** Paths of the fields that it is called with. */
  readonly arguments: readonly (readonly string[])[];
}

/** Adds a parameter and returns its place-holder. */
export function addParameter(compilation: Compilation, parameter: Parameter): string {
  compilation.parameters.push(parameter);
  return `?${String(compilation.parameters.length)}`;
}

/** A new table alias. */
export function newAlias(compilation: Compilation): string {
  return `t${String(compilation.aliases.count++)}`;
}
