import type { DmlOperation } from '../platform/index.ts';
import type { Position } from '../syntax/index.ts';
import type { Bound, LocalVariable } from './bound.ts';

export type BoundStatement =
  | BoundBlock
  | Statement<'local', { readonly variable: LocalVariable; readonly value: Bound | undefined }>
  | Statement<'expression', { readonly expression: Bound }>
  | Statement<
      'if',
      {
        readonly condition: Bound;
        readonly whenTrue: BoundStatement;
        readonly whenFalse: BoundStatement | undefined;
      }
    >
  | Statement<
      'switch',
      {
        readonly subject: Bound;
        readonly variable: LocalVariable;
        readonly cases: readonly BoundCase[];
      }
    >
  | Statement<
      'for',
      {
        readonly init: readonly BoundStatement[];
        readonly condition: Bound | undefined;
        readonly update: readonly Bound[];
        readonly body: BoundStatement;
      }
    >
  | Statement<
      'forEach',
      { readonly variable: LocalVariable; readonly source: Bound; readonly body: BoundStatement }
    >
  | Statement<
      'forQuery',
      {
        readonly variable: LocalVariable;
        readonly inChunks: boolean;
        readonly source: Bound & { readonly kind: 'soql' };
        readonly body: BoundStatement;
      }
    >
  | Statement<'while', { readonly condition: Bound; readonly body: BoundStatement }>
  | Statement<'doWhile', { readonly condition: Bound; readonly body: BoundStatement }>
  | Statement<
      'try',
      {
        readonly body: BoundBlock;
        readonly catches: readonly BoundCatch[];
        readonly finallyBlock: BoundBlock | undefined;
      }
    >
  | Statement<'return', { readonly value: Bound | undefined }>
  | Statement<'throw', { readonly value: Bound }>
  | Statement<'break'>
  | Statement<'continue'>
  | Statement<
      'dml',
      {
        readonly operation: DmlOperation;
        readonly records: Bound;
        readonly duplicates: Bound | undefined;
        readonly externalId: string | undefined;
        readonly accessLevel: 'user' | 'system' | undefined;
      }
    >
  | Statement<'runAs', { readonly user: Bound; readonly body: BoundBlock }>;

export type BoundBlock = Statement<'block', { readonly statements: readonly BoundStatement[] }>;

type Statement<Kind extends string, Parts = object> = Parts & {
  readonly kind: Kind;
  readonly at: Position;
};

export interface BoundCase {
  readonly at: Position;
  readonly match:
    | { readonly kind: 'else' }
    | { readonly kind: 'values'; readonly values: readonly Bound[] }
    | { readonly kind: 'type'; readonly variable: LocalVariable };
  readonly body: BoundBlock;
}

export interface BoundCatch {
  readonly at: Position;
  readonly variable: LocalVariable;
  readonly body: BoundBlock;
}
