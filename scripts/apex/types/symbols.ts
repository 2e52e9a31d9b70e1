import type { Annotation, Position, TypeDeclaration } from '../syntax/index.ts';
import type { ApexType } from './type.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';
export type Sharing = 'with' | 'without' | 'inherited' | 'none';

/** A class, interface or enum of the project. */
export interface ClassSymbol {
  /** `Outer.Inner` as declared. */
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly declaration: TypeDeclaration;
  readonly path: string;
  /** Of the platform whose rules its code follows. */
  readonly apiVersion: number;
  readonly outer: ClassSymbol | undefined;
  /** By lower-case simple name. */
  readonly inner: Map<string, ClassSymbol>;
  readonly access: Access;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly isTestVisible: boolean;
  readonly sharing: Sharing;
  superType: ApexType | undefined;
  interfaces: readonly ApexType[];
  /** By lower-case name. */
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
  readonly enumValues: readonly string[];
  /** Has it static state to be set up before its first use? */
  readonly hasStaticInit: boolean;
  /** The name of the JavaScript class. */
  readonly js: string;
}

export interface FieldSymbol {
  readonly name: string;
  readonly type: ApexType;
  readonly owner: ClassSymbol;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly access: Access;
  readonly setAccess: Access;
  readonly isTestVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly kind: 'field' | 'property';
  readonly at: Position;
  /** Where it stands in the declaration's members. */
  readonly index: number;
  /** Reads and writes go through methods. */
  readonly hasGetter: boolean;
  readonly hasSetter: boolean;
  /** Can be read, can be written: a property may lack an accessor. */
  readonly readable: boolean;
  readonly writable: boolean;
  /** The JavaScript property that holds it. */
  readonly js: string;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

export interface MethodSymbol {
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly parameters: readonly ParameterSymbol[];
  readonly returnType: ApexType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly access: Access;
  readonly isTestVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly at: Position;
  /** Where it stands in the declaration's members; -1 for what the language adds by itself. */
  readonly index: number;
  readonly js: string;
}
