/** Where something stands in the query's text, both from 1. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A field path or a function of one. */
export type Expression = FieldPath | FunctionCall;

export interface FieldPath {
  readonly kind: 'field';
  readonly path: readonly string[];
  readonly at: Position;
}

export interface FunctionCall {
  readonly kind: 'call';
  /** In upper case: `COUNT`, `CALENDAR_YEAR`, `TOLABEL` … */
  readonly name: string;
  readonly argument: Expression | undefined;
  readonly at: Position;
}

export type SelectItem =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly alias?: string }
  | { readonly kind: 'subquery'; readonly query: Query }
  | {
      readonly kind: 'fields';
      readonly which: 'ALL' | 'STANDARD' | 'CUSTOM';
      readonly at: Position;
    }
  | TypeOf;

export interface TypeOf {
  readonly kind: 'typeof';
  readonly path: FieldPath;
  readonly whens: readonly { readonly object: FieldPath; readonly fields: readonly FieldPath[] }[];
  readonly otherwise: readonly FieldPath[];
}

export type Operator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface Comparison {
  readonly kind: 'compare';
  readonly left: Expression;
  readonly operator: Operator;
  readonly value: Value;
}

/** Of searches: has the text a field's value the words? */
export interface WordTest {
  readonly kind: 'words';
  readonly field: FieldPath;
  /** As people write them, with `*` and `?`. */
  readonly words: string;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | WordTest
  | Comparison;

export type LiteralType = 'string' | 'number' | 'boolean' | 'null' | 'date' | 'datetime' | 'time';

export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralType;
  readonly value: string | number | boolean | null;
  readonly at: Position;
}

export interface DateLiteral {
  readonly kind: 'dateLiteral';
  /** In upper case without its number: `LAST_N_DAYS`. */
  readonly name: string;
  readonly count: number;
  readonly at: Position;
}

export interface Bind {
  readonly kind: 'bind';
  /** In lower case. */
  readonly name: string;
  readonly at: Position;
}

export type Scalar = Literal | DateLiteral | Bind;

export type Value =
  | Scalar
  | { readonly kind: 'list'; readonly values: readonly Scalar[]; readonly at: Position }
  | { readonly kind: 'subquery'; readonly query: Query; readonly at: Position };

export interface Order {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls: 'FIRST' | 'LAST';
}

export interface Grouping {
  readonly kind: 'plain' | 'rollup' | 'cube';
  readonly items: readonly Expression[];
  readonly having: Condition | undefined;
}

export interface Query {
  readonly select: readonly SelectItem[];
  readonly from: FieldPath;
  readonly alias: string | undefined;
  /** `FROM Contact c, c.Account a`: other names for parents. */
  readonly others: readonly { readonly name: string; readonly path: readonly string[] }[];
  readonly scope: string | undefined;
  readonly where: Condition | undefined;
  readonly mode: 'user' | 'system' | 'secured' | undefined;
  readonly groupBy: Grouping | undefined;
  readonly orderBy: readonly Order[];
  readonly limit: Literal | Bind | undefined;
  readonly offset: Literal | Bind | undefined;
  /** `UPDATE`, `VIEW`, `REFERENCE` */
  readonly purposes: readonly string[];
  readonly allRows: boolean;
}
