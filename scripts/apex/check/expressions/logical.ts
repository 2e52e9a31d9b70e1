import { isNative } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import type { Operands } from './binary.ts';

export function logical(checker: Checker, operator: '&&' | '||', operands: Operands): Bound {
  const { left, right, at } = operands;
  for (const side of [left, right]) {
    if (isNative(side.type, 'Boolean') || side.type.kind === 'unknown' || side.type.kind === 'null')
      continue;
    checker.report(side.at, 'Logical operator can only be applied to Boolean');
  }
  return { kind: 'logical', at, type: checker.types.native('Boolean'), operator, left, right };
}
