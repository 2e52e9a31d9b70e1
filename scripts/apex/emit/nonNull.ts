import type { Bound, LocalVariable } from '../check/index.ts';

const totalOwners = new Set(['String', 'List', 'Set', 'Map', 'Math', 'Integer', 'Decimal']);
const totalResults = new Set(['Integer', 'Boolean']);

/** Can the value never be null? Then its use needs no check. */
export function isNonNull(value: Bound, open: ReadonlySet<LocalVariable> = new Set()): boolean {
  switch (value.kind) {
    case 'constant':
      return value.value !== null;
    case 'local':
      return variableIsNonNull(value.variable, open);
    case 'convert':
      return isNonNull(value.operand, open);
    case 'ternary':
      return isNonNull(value.whenTrue, open) && isNonNull(value.whenFalse, open);
    case 'coalesce':
      return isNonNull(value.right, open);
    case 'assign':
      return isNonNull(value.value, open);
    case 'update':
      return !value.giveOld && isNonNull(value.value, open);
    case 'soql':
      return value.mode !== 'first';
    case 'nativeCall':
      return isTotal(value);
    default:
      return always.has(value.kind);
  }
}

const always = new Set<Bound['kind']>([
  'this',
  'arithmetic',
  'concat',
  'order',
  'equal',
  'logical',
  'bitwise',
  'unary',
  'instanceOf',
  'new',
  'newNative',
  'newException',
  'newRecord',
  'newList',
  'newSet',
  'newMap',
  'newFrom',
  'sosl',
  'classLiteral',
  'enumValue',
  'enumValues',
  'nativeEnum',
  'objectToken',
  'fieldToken'
]);

function isTotal({ method }: Bound & { kind: 'nativeCall' }): boolean {
  const [owner = ''] = method.key.split('|');
  return totalOwners.has(owner) && totalResults.has(method.returnType.name);
}

/** True when everything that is ever assigned to it is not null. */
function variableIsNonNull(variable: LocalVariable, open: ReadonlySet<LocalVariable>): boolean {
  if (open.has(variable)) return true;
  if (variable.values.length === 0) return false;
  const inside = new Set([...open, variable]);
  return variable.values.every((value) => value !== undefined && isNonNull(value, inside));
}
