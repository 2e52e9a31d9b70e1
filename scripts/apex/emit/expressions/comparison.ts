import type { Bound } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { helper } from '../emitter.ts';
import { isNonNull } from '../nonNull.ts';
import { emit } from './emit.ts';
import { present } from './present.ts';

export function emitOrder(
  emitter: FunctionEmitter,
  { operator, left, right }: Bound & { kind: 'order' }
): string {
  const [first, second] = [emit(emitter, left), emit(emitter, right)];
  const isPlain = [left, right].every(({ type }) => isNative(type, 'Integer', 'Long'));
  if (!isPlain) {
    return `${helper(emitter, 'orders')}(${JSON.stringify(operator)}, ${first}, ${second})`;
  }
  const tests = [nullTest(emitter, left), nullTest(emitter, right)];
  if (tests.includes(undefined)) {
    return `${helper(emitter, 'orderPlain')}(${JSON.stringify(operator)}, ${first}, ${second})`;
  }
  return `(${[...tests, `${first} ${operator} ${second}`].filter(Boolean).join(' && ')})`;
}

/** A comparison with null is false. Empty: never null; undefined: cannot be asked twice. */
function nullTest(emitter: FunctionEmitter, value: Bound): string | undefined {
  if (isNonNull(value)) return '';
  return value.kind === 'local' ? `${emit(emitter, value)} !== null` : undefined;
}

export function emitEqual(
  emitter: FunctionEmitter,
  { left, right, negated, exact }: Bound & { kind: 'equal' }
): string {
  const sides = [emit(emitter, left), emit(emitter, right)] as const;
  if (isStrict(left, right) || (exact && isText(left.type) && isText(right.type))) {
    return `(${sides[0]} ${negated ? '!==' : '==='} ${sides[1]})`;
  }
  const call = `${helper(emitter, equalFunction(left.type, right.type, exact))}(${sides.join(', ')})`;
  return negated ? `!${call}` : call;
}

/** May the values be compared as JavaScript does? */
function isStrict(left: Bound, right: Bound): boolean {
  const types = [left.type, right.type];
  if (types.some(({ kind }) => kind === 'null')) return true;
  return (
    types.every((type) => isNative(type, 'Integer')) ||
    types.every((type) => isNative(type, 'Long')) ||
    types.every((type) => isNative(type, 'Boolean'))
  );
}

function isText(type: ApexType): boolean {
  return isNative(type, 'String', 'Id');
}

function equalFunction(left: ApexType, right: ApexType, exact: boolean): string {
  if (exact) return 'identical';
  if (isText(left) && isText(right) && [left, right].some((type) => isNative(type, 'Id'))) {
    return 'equalIds';
  }
  return isText(left) && isText(right) ? 'equalStrings' : 'equals';
}

export function emitLogical(
  emitter: FunctionEmitter,
  { operator, left, right }: Bound & { kind: 'logical' }
): string {
  const sides = [present(emitter, left), present(emitter, right)];
  if (operator === '&&' || operator === '||') return `(${sides.join(` ${operator} `)})`;
  return `((${sides.join(` ${operator} `)}) === 1)`;
}
