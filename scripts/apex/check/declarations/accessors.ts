import type { Accessor, PropertyDeclaration } from '../../syntax/index.ts';
import { voidType } from '../../types/index.ts';
import type { FieldSymbol } from '../../types/index.ts';
import type { BoundAccessor } from '../bound.ts';
import { nested } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { completes } from '../flow.ts';
import { checkBlock } from '../statements/check.ts';
import { declare } from '../variables.ts';

/** The accessors of a property that have code, and those that a sub class may override. */
export function accessors(
  checker: Checker,
  { getter, setter }: PropertyDeclaration,
  symbol: FieldSymbol
): readonly BoundAccessor[] {
  return [
    ...(getter && symbol.hasGetter ? [getAccessor(checker, getter, symbol)] : []),
    ...(setter && symbol.hasSetter ? [setAccessor(checker, setter, symbol)] : [])
  ];
}

function inAccessor(checker: Checker, symbol: FieldSymbol): Partial<Checker> {
  return { isStatic: symbol.isStatic, accessor: symbol, loopDepth: 0 };
}

function getAccessor(checker: Checker, { body }: Accessor, symbol: FieldSymbol): BoundAccessor {
  const inside = nested(checker, { ...inAccessor(checker, symbol), returnType: symbol.type });
  if (!body) return { symbol, kind: 'get', value: undefined, body: undefined };
  if (completes(inside, body)) {
    const message = `Missing return statement required return type: ${symbol.type.name}`;
    checker.report(body.at, message);
  }
  return { symbol, kind: 'get', value: undefined, body: checkBlock(inside, body) };
}

function setAccessor(checker: Checker, { body, at }: Accessor, symbol: FieldSymbol): BoundAccessor {
  const inside = nested(checker, { ...inAccessor(checker, symbol), returnType: voidType });
  const value = declare(inside, { name: 'value', type: symbol.type, at });
  if (!body) return { symbol, kind: 'set', value, body: undefined };
  completes(inside, body);
  return { symbol, kind: 'set', value, body: checkBlock(inside, body) };
}
