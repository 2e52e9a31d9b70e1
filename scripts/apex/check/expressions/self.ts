import type { Position } from '../../syntax/index.ts';
import { unknownType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';

export function checkThis(checker: Checker, at: Position): Bound {
  if (checker.isStatic) {
    return invalid(checker, at, 'This cannot be referenced in a static context');
  }
  return { kind: 'this', at, type: checker.types.ofClass(checker.symbol) };
}

/** `super` before a dot; its calls do not go to what overrides. */
export function checkSuper(checker: Checker, at: Position): Bound {
  if (checker.isStatic) {
    return invalid(checker, at, 'Super cannot be referenced in a static context');
  }
  return { kind: 'this', at, type: checker.symbol.superType ?? unknownType };
}
