import { ApexDecimal, ApexList, ApexMap } from '../../runtime/index.ts';
import type { JsonNode } from './node.ts';
import { unreachable } from '../../../shared/index.ts';

/**
 * JSON as `deserializeUntyped` gives it: `Map<String, Object>`, `List<Object>`, String, Boolean, Integer, Long,
 * Decimal, null.
 */
export function untyped(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return new ApexMap(
        'String',
        'Object',
        node.members.map(([name, value]) => [name, untyped(value)])
      );
    case 'array':
      return new ApexList('Object', node.items.map(untyped));
    case 'string':
      return node.text;
    case 'number':
      return untypedNumber(node.text);
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    default:
      return unreachable(node);
  }
}

function untypedNumber(text: string): unknown {
  if (/[.eE]/.test(text)) return ApexDecimal.parse(text);
  const value = BigInt(text);
  if (value === BigInt.asIntN(32, value)) return Number(value);
  return value === BigInt.asIntN(64, value) ? value : ApexDecimal.parse(text);
}
