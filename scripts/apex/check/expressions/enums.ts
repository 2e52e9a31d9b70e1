import type { CallExpression } from '../../syntax/index.ts';
import { isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';

/**
 * `Season.values()` and `Season.valueOf('SUMMER')`.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_enum.htm
 */
export function enumStatic(
  checker: Checker,
  type: ApexType,
  { name, at }: CallExpression,
  given: readonly Bound[]
): Bound | undefined {
  if (!isEnum(type)) return undefined;
  const [text] = given;
  if (name.toLowerCase() === 'values' && given.length === 0) {
    return { kind: 'enumValues', at, type: checker.types.list(type), of: type };
  }
  if (
    name.toLowerCase() === 'valueof' &&
    given.length === 1 &&
    text &&
    isNative(text.type, 'String')
  ) {
    return { kind: 'enumOf', at, type, text };
  }
  return undefined;
}

function isEnum(type: ApexType): boolean {
  if (type.kind === 'class') return type.symbol.kind === 'enum';
  return type.kind === 'native' && type.definition.kind === 'enum';
}
