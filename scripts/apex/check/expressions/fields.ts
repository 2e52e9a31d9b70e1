import type { Position } from '../../syntax/index.ts';
import type { FieldSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { requireVisible } from '../visibility.ts';

export interface FieldUse {
  readonly field: FieldSymbol;
  /** Undefined: by its bare name, or through its class. */
  readonly target: Bound | undefined;
  readonly at: Position;
}

/** A field or property of a class of the project, as a value or to be assigned. */
export function fieldOf(checker: Checker, { field, target, at }: FieldUse): Bound {
  const { name, owner, type } = field;
  requireVisible(checker, field, { at, message: `Variable is not visible: ${owner.name}.${name}` });
  const direct = checker.accessor === field;
  if (field.isStatic) return { kind: 'field', at, type, field, target: undefined, direct };
  if (!target && checker.isStatic) {
    checker.report(at, `Non static variable cannot be referenced from a static context: ${name}`);
  }
  const self: Bound = { kind: 'this', at, type: checker.types.ofClass(checker.symbol) };
  return { kind: 'field', at, type, field, target: target ?? self, direct };
}
