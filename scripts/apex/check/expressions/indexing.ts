import type { IndexExpression } from '../../syntax/index.ts';
import { elementOf, isNative, unknownType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable } from '../convert.ts';
import { check } from './check.ts';
import { onTarget } from './members.ts';

/** `list[i]` */
export function checkIndex(checker: Checker, { at, target, index }: IndexExpression): Bound {
  const list = check(checker, target);
  const position = check(checker, index);
  if (list.type.kind === 'unknown') return { kind: 'invalid', at, type: unknownType };
  if (!isNative(list.type, 'List')) {
    return invalid(checker, at, `Expression must be a list type: ${list.type.name}`);
  }
  const type = elementOf(list.type);
  const wanted = { type: checker.types.native('Integer'), at: position.at };
  const bound = assignable(checker, position, wanted);
  return onTarget(list, { safe: false, at }, (value) => ({
    kind: 'index',
    at,
    type,
    target: value,
    index: bound
  }));
}
