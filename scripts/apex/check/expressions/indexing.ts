import type { IndexExpression } from '../../syntax/index.ts';
import { elementOf, isNative, unknownType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, fits } from '../convert.ts';
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
  const bound = indexOf(checker, position);
  return onTarget(list, { safe: false, at }, (value) => ({
    kind: 'index',
    at,
    type,
    target: value,
    index: bound
  }));
}

function indexOf(checker: Checker, index: Bound): Bound {
  const integer = checker.types.native('Integer');
  if (fits(checker, index, integer)) return convert(index, integer);
  return invalid(checker, index.at, `List index must be of type Integer: ${index.type.name}`);
}
