import type { Position } from '../position.ts';
import type { Expression } from './expressions.ts';
import type { Block, Statement } from './statements.ts';
import type { TypeName } from './types.ts';

interface Node {
  readonly at: Position;
}

export type CompilationUnit = ClassUnit | TriggerUnit | AnonymousUnit;

export interface ClassUnit {
  readonly kind: 'class';
  readonly type: TypeDeclaration;
}

export interface TriggerUnit extends Node {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  readonly objectAt: Position;
  readonly events: readonly string[];
  readonly members: readonly Member[];
  readonly body: readonly Statement[];
  readonly endLine: number;
}

export interface AnonymousUnit extends Node {
  readonly kind: 'anonymous';
  readonly members: readonly Member[];
  readonly body: readonly Statement[];
  readonly endLine: number;
}

export interface Annotation extends Node {
  /** Lower case. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string | boolean>;
}

export interface Modifiers {
  /** Lower-case words: `public`, `static`, `with sharing`, … */
  readonly words: ReadonlySet<string>;
  /** Words that stand there more than once. */
  readonly repeated: readonly string[];
  readonly annotations: readonly Annotation[];
}

export interface TypeDeclaration extends Node {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superType: TypeName | undefined;
  readonly interfaces: readonly TypeName[];
  readonly members: readonly Member[];
  readonly enumValues: readonly EnumValue[];
  readonly endLine: number;
}

export interface EnumValue extends Node {
  readonly name: string;
}

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | InnerType;

export interface InnerType extends Node {
  readonly kind: 'type';
  readonly type: TypeDeclaration;
}

export interface FieldDeclaration extends Node {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly name: string;
  readonly value: Expression | undefined;
}

export interface PropertyDeclaration extends Node {
  readonly kind: 'property';
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly name: string;
  readonly getter: Accessor | undefined;
  readonly setter: Accessor | undefined;
}

export interface Accessor extends Node {
  readonly modifiers: Modifiers;
  /** Undefined for `get;` and `set;`. */
  readonly body: Block | undefined;
}

export interface Parameter extends Node {
  readonly type: TypeName;
  readonly name: string;
  readonly isFinal: boolean;
}

export interface MethodDeclaration extends Node {
  readonly kind: 'method';
  readonly modifiers: Modifiers;
  /** Undefined for void. */
  readonly returnType: TypeName | undefined;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block | undefined;
}

export interface ConstructorDeclaration extends Node {
  readonly kind: 'constructor';
  readonly modifiers: Modifiers;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface InitializerBlock extends Node {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: Block;
}
