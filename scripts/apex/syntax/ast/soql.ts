import type { Position } from '../position.ts';
import type { Expression } from './expressions.ts';

/** `[SELECT … FROM …]`: the text for the org's parser, and what the type checker needs of it. */
export interface SoqlLiteral {
  readonly kind: 'soql';
  readonly at: Position;
  /** Without brackets; binds are `:b0`, `:b1`, … in the order of `binds`. */
  readonly text: string;
  readonly binds: readonly SoqlBind[];
  readonly query: QueryShape;
}

export interface SoslLiteral {
  readonly kind: 'sosl';
  readonly at: Position;
  readonly text: string;
  readonly binds: readonly SoqlBind[];
}

export interface SoqlBind {
  readonly expression: Expression;
  /** The field it is compared with, and whether by IN (which takes a collection). */
  readonly field: FieldPath | undefined;
  readonly inList: boolean;
}

export interface FieldPath {
  readonly at: Position;
  readonly names: readonly string[];
}

export type SelectItem =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly alias: string | undefined }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly path: FieldPath | undefined;
      readonly alias: string | undefined;
    }
  | { readonly kind: 'subquery'; readonly query: QueryShape }
  | { readonly kind: 'typeof'; readonly path: FieldPath };

export interface QueryShape {
  readonly at: Position;
  /** `SELECT COUNT() FROM …`: an Integer. */
  readonly isCount: boolean;
  readonly from: FieldPath;
  /** Lower-case names that stand for the queried object. */
  readonly aliases: readonly string[];
  readonly select: readonly SelectItem[];
  /** Fields named in WHERE and ORDER BY. */
  readonly fields: readonly FieldPath[];
  readonly groupBy: readonly FieldPath[];
  readonly isGrouped: boolean;
  /** Queries of semi-joins: `WHERE Id IN (SELECT …)`. */
  readonly semiJoins: readonly QueryShape[];
  readonly limitsToOne: boolean;
}
