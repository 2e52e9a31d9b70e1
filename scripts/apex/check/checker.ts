import type { ObjectDefinition } from '../platform/index.ts';
import type { CompileProblem, Position, TypeName } from '../syntax/index.ts';
import { invalidType, wrongPart } from '../link/index.ts';
import type { World } from '../link/index.ts';
import { unknownType } from '../types/index.ts';
import type { ApexType, ClassSymbol, FieldSymbol, TypeTable } from '../types/index.ts';
import type { Bound, LocalVariable } from './bound.ts';
import { createScope } from './scope.ts';
import type { Scope } from './scope.ts';

/** Where code stands, and where its mistakes go. */
export interface Checker {
  readonly world: World;
  readonly types: TypeTable;
  readonly symbol: ClassSymbol;
  readonly isStatic: boolean;
  readonly returnType: ApexType;
  /** The property whose accessor this is: it reads and writes itself directly. */
  readonly accessor: FieldSymbol | undefined;
  /** In a constructor or initialiser, where final fields may be set. */
  readonly isInitializer: boolean;
  readonly isConstructor: boolean;
  /** The call of another constructor that a constructor starts with. */
  readonly firstCall: Position | undefined;
  /** Among the arguments of `this(…)` or `super(…)`: the object is not there yet. */
  readonly beforeObject: boolean;
  /** The field whose first value this is: fields after it have none yet. */
  readonly initialized: FieldSymbol | undefined;
  /** The place that is assigned to, where a property without a getter may stand. */
  readonly assigned: Position | undefined;
  /** In a trigger: the object it is on. */
  readonly triggerObject: ObjectDefinition | undefined;
  readonly scope: Scope;
  readonly loopDepth: number;
  report(at: Position, message: string): void;
}

export interface CheckerPlace {
  readonly world: World;
  readonly symbol: ClassSymbol;
  readonly triggerObject: ObjectDefinition | undefined;
  readonly problems: CompileProblem[];
}

export function createChecker({ world, symbol, triggerObject, problems }: CheckerPlace): Checker {
  return {
    world,
    types: world.types,
    symbol,
    isStatic: true,
    returnType: unknownType,
    accessor: undefined,
    isInitializer: false,
    isConstructor: false,
    firstCall: undefined,
    beforeObject: false,
    initialized: undefined,
    assigned: undefined,
    triggerObject,
    scope: createScope(undefined),
    loopDepth: 0,
    report: (at, message) => addOnce(problems, { line: at.line, column: at.column, message })
  };
}

function addOnce(problems: CompileProblem[], problem: CompileProblem): void {
  const known = problems.some(
    ({ line, column, message }) =>
      line === problem.line && column === problem.column && message === problem.message
  );
  if (!known) problems.push(problem);
}

/** The same place with a scope of its own inside. */
export function nested(checker: Checker, change: Partial<Checker> = {}): Checker {
  return { ...checker, scope: createScope(checker.scope), ...change };
}

export function resolve(checker: Checker, name: TypeName): ApexType {
  const type = checker.world.resolveType(name, checker.symbol);
  if (type) return type;
  const { world, symbol } = checker;
  const wrong = wrongPart(name, (part) => world.resolveType(part, symbol) !== undefined);
  checker.report(wrong.at, invalidType(wrong));
  return unknownType;
}

/** Says what is wrong and goes on with a value of unknown type. */
export function invalid(checker: Checker, at: Position, message: string): Bound {
  checker.report(at, message);
  return { kind: 'invalid', type: unknownType, at };
}

export function temporary(name: string, type: ApexType): LocalVariable {
  return { name, type, isFinal: true, values: [undefined], isTemporary: true };
}
