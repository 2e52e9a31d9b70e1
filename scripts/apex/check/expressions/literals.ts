import type { Literal } from '../../syntax/index.ts';
import { nullType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';

export function checkLiteral(checker: Checker, literal: Literal): Bound {
  const { at, type, value } = literal;
  if (type === 'null') return { kind: 'constant', at, type: nullType, value: null };
  if (type === 'Integer' && Number(value) > 2147483648) {
    return invalid(checker, at, `Illegal integer: ${value}`);
  }
  const bound = type === 'Boolean' ? value === 'true' : value;
  return { kind: 'constant', at, type: checker.types.native(type), value: bound };
}
