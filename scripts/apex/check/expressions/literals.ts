import type { Literal } from '../../syntax/index.ts';
import { nullType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';

/** A minus before the literal makes the largest number that it may be. */
const limits: Readonly<Record<string, bigint>> = { Integer: 2n ** 31n, Long: 2n ** 63n };

export function checkLiteral(checker: Checker, literal: Literal): Bound {
  const { at, type, value } = literal;
  if (type === 'null') return { kind: 'constant', at, type: nullType, value: null };
  const limit = limits[type];
  if (limit !== undefined && BigInt(value) > limit) {
    return invalid(checker, at, `Illegal ${type.toLowerCase()}`);
  }
  const bound = type === 'Boolean' ? value === 'true' : value;
  return { kind: 'constant', at, type: checker.types.native(type), value: bound };
}
