import type { Position } from '../syntax/index.ts';
import type {
  ApexType,
  ClassSymbol,
  FieldSymbol,
  MethodSymbol,
  NativeMethod
} from '../types/index.ts';
import type { BoundBlock } from './boundStatements.ts';

/**
 * Checked code: every name has its meaning, every conversion is explicit, every node its type.
 * The emitter needs nothing else.
 */
export type Bound =
  | Constant
  | Node<'local', { readonly variable: LocalVariable }>
  | Node<'this'>
  /** A field or property of a class of the project; no target: static. `direct`: inside its own accessor. */
  | Node<
      'field',
      { readonly target: Bound | undefined; readonly field: FieldSymbol; readonly direct: boolean }
    >
  | Node<
      'nativeGet',
      {
        readonly target: Bound | undefined;
        readonly getKey: string | undefined;
        readonly setKey: string | undefined;
      }
    >
  | Node<
      'recordField',
      { readonly target: Bound; readonly name: string; readonly viaParent: boolean }
    >
  | Node<'parent', { readonly target: Bound; readonly name: string; readonly viaParent: boolean }>
  | Node<
      'children',
      {
        readonly target: Bound;
        readonly name: string;
        readonly childType: string;
        readonly viaParent: boolean;
      }
    >
  | Node<
      'call',
      {
        readonly target: Bound | undefined;
        readonly method: MethodSymbol;
        readonly isSuper: boolean;
        readonly arguments: readonly Bound[];
      }
    >
  | Node<
      'nativeCall',
      {
        readonly target: Bound | undefined;
        readonly method: NativeMethod;
        readonly arguments: readonly Bound[];
        readonly scope: readonly LocalVariable[];
      }
    >
  /** A method of a platform interface, or of Object, found by name when it is called. */
  | Node<
      'dynamicCall',
      {
        readonly target: Bound;
        readonly name: string;
        readonly arguments: readonly Bound[];
        readonly isSuper: boolean;
      }
    >
  | Node<
      'constructorCall',
      {
        readonly constructor: MethodSymbol | undefined;
        readonly owner: ClassSymbol | undefined;
        readonly arguments: readonly Bound[];
      }
    >
  | Node<
      'new',
      {
        readonly symbol: ClassSymbol;
        readonly constructor: MethodSymbol | undefined;
        readonly arguments: readonly Bound[];
      }
    >
  | Node<'newNative', { readonly method: NativeMethod; readonly arguments: readonly Bound[] }>
  | Node<'newException', { readonly name: string; readonly arguments: readonly Bound[] }>
  | Node<'newRecord', { readonly object: string; readonly fields: readonly RecordValue[] }>
  | Node<
      'newList',
      {
        readonly element: ApexType;
        readonly size: Bound | undefined;
        readonly values: readonly Bound[];
      }
    >
  | Node<'newSet', { readonly element: ApexType; readonly values: readonly Bound[] }>
  | Node<
      'newMap',
      {
        readonly key: ApexType;
        readonly value: ApexType;
        readonly entries: readonly (readonly [Bound, Bound])[];
      }
    >
  /** A `List`, `Set` or `Map` made from another value. */
  | Node<
      'newFrom',
      { readonly definition: string; readonly of: readonly ApexType[]; readonly source: Bound }
    >
  | Node<'convert', { readonly operand: Bound; readonly to: Conversion }>
  | Node<'cast', { readonly operand: Bound }>
  | Node<'instanceOf', { readonly operand: Bound; readonly target: ApexType }>
  | Node<
      'arithmetic',
      { readonly operator: '+' | '-' | '*' | '/'; readonly left: Bound; readonly right: Bound }
    >
  /** `date + 1`: days are added. */
  | Node<'shift', { readonly operator: '+' | '-'; readonly left: Bound; readonly right: Bound }>
  | Node<'concat', { readonly left: Bound; readonly right: Bound }>
  | Node<
      'order',
      { readonly operator: '<' | '<=' | '>' | '>='; readonly left: Bound; readonly right: Bound }
    >
  | Node<
      'equal',
      {
        readonly negated: boolean;
        readonly exact: boolean;
        readonly left: Bound;
        readonly right: Bound;
      }
    >
  | Node<
      'logical',
      {
        readonly operator: '&&' | '||' | '&' | '|' | '^';
        readonly left: Bound;
        readonly right: Bound;
      }
    >
  | Node<'bitwise', { readonly operator: BitOperator; readonly left: Bound; readonly right: Bound }>
  | Node<'unary', { readonly operator: '-' | '!' | '~'; readonly operand: Bound }>
  | Node<
      'ternary',
      { readonly condition: Bound; readonly whenTrue: Bound; readonly whenFalse: Bound }
    >
  | Node<'coalesce', { readonly left: Bound; readonly right: Bound }>
  /** `target?.…`: `body` uses `variable` for the target. */
  | Node<'safe', { readonly target: Bound; readonly variable: LocalVariable; readonly body: Bound }>
  | Node<'assign', { readonly target: Bound; readonly value: Bound }>
  /** `target op= …`: `value` uses `variable` for the old value. */
  | Node<
      'update',
      {
        readonly target: Bound;
        readonly variable: LocalVariable;
        readonly value: Bound;
        readonly giveOld: boolean;
      }
    >
  | Node<'index', { readonly target: Bound; readonly index: Bound }>
  | Node<
      'soql',
      {
        readonly text: string;
        readonly binds: readonly Bound[];
        readonly mode: 'list' | 'single' | 'first' | 'count';
      }
    >
  | Node<'sosl', { readonly text: string; readonly binds: readonly Bound[] }>
  | Node<'classLiteral', { readonly name: string }>
  | Node<'enumValue', { readonly symbol: ClassSymbol; readonly name: string }>
  | Node<'enumValues', { readonly of: ApexType }>
  | Node<'enumOf', { readonly text: Bound }>
  | Node<'nativeEnum', { readonly name: string; readonly value: string; readonly ordinal: number }>
  | Node<'trigger', { readonly name: string }>
  | Node<'label', { readonly name: string }>
  | Node<'objectToken', { readonly object: string }>
  | Node<'listObjectType', { readonly target: Bound }>
  /** The one record that a query gives. */
  | Node<'onlyRecord', { readonly operand: Bound }>
  /** A copy of an object of the project, field by field. */
  | Node<'cloneObject', { readonly target: Bound }>
  | Node<'fieldToken', { readonly object: string; readonly field: string }>
  | Node<'fieldSet', { readonly object: string; readonly name: string }>
  | Node<'invalid'>;

type Node<Kind extends string, Parts = object> = Parts & {
  readonly kind: Kind;
  readonly type: ApexType;
  readonly at: Position;
};

export type Constant = Node<'constant', { readonly value: string | boolean | null }>;

export type BitOperator = '&' | '|' | '^' | '<<' | '>>' | '>>>';

/** Types whose values differ in JavaScript from those they are made of. */
export type Conversion = 'Long' | 'Double' | 'Decimal' | 'Id' | 'Datetime' | 'Integer' | 'String';

export interface RecordValue {
  readonly kind: 'field' | 'parent';
  readonly name: string;
  readonly value: Bound;
}

export interface LocalVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly isFinal: boolean;
  /** Every value that it is given; undefined where one is not known (parameters, loops). */
  readonly values: (Bound | undefined)[];
  /** Made by the compiler, where it needs one. */
  readonly isTemporary: boolean;
}

export interface BoundMethod {
  readonly symbol: MethodSymbol;
  readonly parameters: readonly LocalVariable[];
  /** Undefined for abstract methods. */
  readonly body: BoundBlock | undefined;
  readonly endLine: number;
}

export interface BoundField {
  readonly symbol: FieldSymbol;
  readonly value: Bound | undefined;
}

export interface BoundAccessor {
  readonly symbol: FieldSymbol;
  readonly kind: 'get' | 'set';
  readonly value: LocalVariable | undefined;
  /** Undefined for an automatic accessor of a property that can be overridden. */
  readonly body: BoundBlock | undefined;
}

/** Fields and initialiser blocks in the order of the source. */
export type BoundInitializer =
  | { readonly kind: 'field'; readonly isStatic: boolean; readonly field: BoundField }
  | { readonly kind: 'block'; readonly isStatic: boolean; readonly body: BoundBlock };

export interface BoundClass {
  readonly symbol: ClassSymbol;
  readonly initializers: readonly BoundInitializer[];
  readonly accessors: readonly BoundAccessor[];
  readonly methods: readonly BoundMethod[];
  readonly constructors: readonly BoundMethod[];
  readonly inner: readonly BoundClass[];
}
