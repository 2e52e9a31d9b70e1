import type { Position } from '../position.ts';
import type { Modifiers } from './declarations.ts';
import type { Expression } from './expressions.ts';
import type { TypeName } from './types.ts';

export type Statement =
  | Block
  | LocalVariables
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | RunAsStatement;

interface Node {
  readonly at: Position;
}

export interface Block extends Node {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  readonly endLine: number;
}

export interface LocalVariables extends Node {
  readonly kind: 'locals';
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly variables: readonly VariableDeclarator[];
}

export interface VariableDeclarator extends Node {
  readonly name: string;
  readonly value: Expression | undefined;
}

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse: Statement | undefined;
}

export interface SwitchStatement extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Node {
  readonly match: SwitchMatch;
  readonly body: Block;
}

export type SwitchMatch =
  | { readonly kind: 'else' }
  | { readonly kind: 'values'; readonly values: readonly SwitchValue[] }
  | { readonly kind: 'type'; readonly type: TypeName; readonly name: string };

/** A literal, or the name of an enum constant. */
export type SwitchValue = Expression;

export interface ForStatement extends Node {
  readonly kind: 'for';
  readonly locals: LocalVariables | undefined;
  readonly init: readonly Expression[];
  readonly condition: Expression | undefined;
  readonly update: readonly Expression[];
  readonly body: Statement | undefined;
}

export interface ForEachStatement extends Node {
  readonly kind: 'forEach';
  readonly type: TypeName;
  readonly name: string;
  readonly source: Expression;
  readonly body: Statement | undefined;
}

export interface WhileStatement extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | undefined;
}

export interface DoWhileStatement extends Node {
  readonly kind: 'doWhile';
  readonly condition: Expression;
  readonly body: Block;
}

export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finallyBlock: Block | undefined;
}

export interface CatchClause extends Node {
  readonly type: TypeName;
  readonly name: string;
  readonly body: Block;
}

export interface ReturnStatement extends Node {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

export interface ThrowStatement extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface BreakStatement extends Node {
  readonly kind: 'break';
}

export interface ContinueStatement extends Node {
  readonly kind: 'continue';
}

export interface DmlStatement extends Node {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly records: Expression;
  readonly duplicates: Expression | undefined;
  /** The field of an upsert, dotted as written. */
  readonly externalId: string | undefined;
  readonly accessLevel: 'user' | 'system' | undefined;
}

export interface RunAsStatement extends Node {
  readonly kind: 'runAs';
  readonly arguments: readonly Expression[];
  readonly body: Block;
}
