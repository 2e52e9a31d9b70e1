import { isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { isNamed } from './invocation.ts';
import type { Invocation } from './invocation.ts';

/**
 * `Season.values()` and `Season.valueOf('SUMMER')`.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_enum.htm
 */
export function enumStatic(checker: Checker, type: ApexType, call: Invocation): Bound | undefined {
  if (!isEnum(type)) return undefined;
  const { at, given } = call;
  const [text] = given;
  if (isNamed(call, 'values', 0)) {
    return { kind: 'enumValues', at, type: checker.types.list(type), of: type };
  }
  if (text && isNamed(call, 'valueof', 1) && isNative(text.type, 'String')) {
    return { kind: 'enumOf', at, type, text };
  }
  return undefined;
}

function isEnum(type: ApexType): boolean {
  if (type.kind === 'class') return type.symbol.kind === 'enum';
  return type.kind === 'native' && type.definition.kind === 'enum';
}
