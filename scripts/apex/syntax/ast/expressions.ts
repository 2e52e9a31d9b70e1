import type { Position } from '../position.ts';
import type { SoqlLiteral, SoslLiteral } from './soql.ts';
import type { TypeName } from './types.ts';

export type Expression =
  | Literal
  | NameExpression
  | MemberExpression
  | CallExpression
  | ThisExpression
  | SuperExpression
  | IndexExpression
  | NewObject
  | NewArray
  | NewMap
  | NewSetOrList
  | AssignExpression
  | BinaryExpression
  | UnaryExpression
  | StepExpression
  | TernaryExpression
  | CastExpression
  | InstanceOfExpression
  | ClassLiteral
  | SoqlLiteral
  | SoslLiteral;

interface Node {
  readonly at: Position;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly type: 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';
  /** Numbers as written without their suffix; strings with escapes resolved. */
  readonly value: string;
}

export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface MemberExpression extends Node {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: string;
  readonly safe: boolean;
}

export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly target: Expression | undefined;
  /** `this` and `super` are calls of another constructor. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly safe: boolean;
}

export interface ThisExpression extends Node {
  readonly kind: 'this';
}

export interface SuperExpression extends Node {
  readonly kind: 'super';
}

export interface IndexExpression extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

export interface NewObject extends Node {
  readonly kind: 'newObject';
  readonly type: TypeName;
  readonly arguments: readonly Expression[];
}

/** `new Integer[3]` or `new Integer[]{1, 2}`; `type` is the element's. */
export interface NewArray extends Node {
  readonly kind: 'newArray';
  readonly type: TypeName;
  readonly size: Expression | undefined;
  readonly values: readonly Expression[];
}

export interface NewMap extends Node {
  readonly kind: 'newMap';
  readonly type: TypeName;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `new List<T>{…}`, `new Set<T>{…}`, and any `new X{}`. */
export interface NewSetOrList extends Node {
  readonly kind: 'newValues';
  readonly type: TypeName;
  readonly values: readonly Expression[];
}

export type AssignOperator =
  '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '>>=' | '>>>=' | '<<=';

export interface AssignExpression extends Node {
  readonly kind: 'assign';
  readonly operator: AssignOperator;
  readonly target: Expression;
  readonly value: Expression;
}

export type BinaryOperator =
  | '*'
  | '/'
  | '+'
  | '-'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '??';

export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly operand: Expression;
}

/** `i++`, `--i` */
export interface StepExpression extends Node {
  readonly kind: 'step';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly operand: Expression;
}

export interface TernaryExpression extends Node {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface CastExpression extends Node {
  readonly kind: 'cast';
  readonly type: TypeName;
  readonly operand: Expression;
}

export interface InstanceOfExpression extends Node {
  readonly kind: 'instanceOf';
  readonly type: TypeName;
  readonly operand: Expression;
}

/** `Account.class`; `void.class` has no type. */
export interface ClassLiteral extends Node {
  readonly kind: 'classLiteral';
  readonly type: TypeName | undefined;
}
