import type { CompilationUnit, CompileProblem, TypeDeclaration } from '../syntax/index.ts';
import type { World } from '../link/index.ts';
import type { ClassSymbol } from '../types/index.ts';
import { voidType } from '../types/index.ts';
import type { BoundClass } from './bound.ts';
import type { BoundBlock } from './boundStatements.ts';
import { createChecker, nested } from './checker.ts';
import type { Checker } from './checker.ts';
import { checkClass } from './declarations/class.ts';
import { completes } from './flow.ts';
import { checkStatement } from './statements/check.ts';
import { triggerRules } from './triggers.ts';

export interface CheckedUnit {
  readonly type: BoundClass;
  /** The code of a trigger or of anonymous Apex. */
  readonly body: BoundBlock | undefined;
}

export interface UnitInput {
  readonly unit: CompilationUnit;
  readonly declaration: TypeDeclaration;
  readonly symbol: ClassSymbol;
}

/** Checks one source text whose declarations are linked. Problems are added to `problems`. */
export function checkUnit(
  world: World,
  { unit, declaration, symbol }: UnitInput,
  problems: CompileProblem[]
): CheckedUnit {
  const triggerObject = unit.kind === 'trigger' ? world.schema.object(unit.object) : undefined;
  const checker = createChecker({ world, symbol, triggerObject, problems });
  if (unit.kind === 'trigger') triggerRules(checker, unit, triggerObject);
  const type = checkClass(checker, symbol, declaration);
  return { type, body: unit.kind === 'class' ? undefined : checkBody(checker, unit) };
}

function checkBody(
  checker: Checker,
  { at, body, endLine }: Exclude<CompilationUnit, { kind: 'class' }>
): BoundBlock {
  const inside = nested(checker, { returnType: voidType });
  completes(inside, { kind: 'block', at, statements: body, endLine });
  return { kind: 'block', at, statements: body.flatMap((one) => checkStatement(inside, one)) };
}
