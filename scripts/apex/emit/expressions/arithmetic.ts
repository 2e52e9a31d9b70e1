import type { Bound } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { helper } from '../emitter.ts';
import { isNonNull } from '../nonNull.ts';
import { emit } from './emit.ts';
import { present } from './present.ts';

type Arithmetic = Bound & { kind: 'arithmetic' };

const words = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
const plurals: Readonly<Record<string, string>> = {
  Integer: 'Integers',
  Long: 'Longs',
  Double: 'Doubles',
  Decimal: 'Decimals'
};

export function emitArithmetic(emitter: FunctionEmitter, value: Arithmetic): string {
  const left = present(emitter, value.left);
  const right = present(emitter, value.right);
  if (isNative(value.type, 'Integer')) return integers(emitter, value, [left, right]);
  const name = `${words[value.operator]}${plurals[value.type.name] ?? 'Integers'}`;
  return `${helper(emitter, name)}(${left}, ${right})`;
}

function integers(
  emitter: FunctionEmitter,
  { operator, right: divisor }: Arithmetic,
  [left, right]: readonly [string, string]
): string {
  if (operator === '*') return `Math.imul(${left}, ${right})`;
  if (operator !== '/') return `(${left} ${operator} ${right} | 0)`;
  const isSafe = divisor.kind === 'constant' && Number(divisor.value) > 0;
  return isSafe
    ? `(${left} / ${right} | 0)`
    : `${helper(emitter, 'divideIntegers')}(${left}, ${right})`;
}

/** `date + 1`: days are added. */
export function emitShift(
  emitter: FunctionEmitter,
  { operator, left, right }: Bound & { kind: 'shift' }
): string {
  const sides = [present(emitter, left), present(emitter, right)];
  return `${helper(emitter, 'shiftDate')}(${[JSON.stringify(operator), ...sides].join(', ')})`;
}

/** JavaScript joins these as Apex does, null included, once one side surely is text. */
const plain = ['String', 'Id', 'Integer', 'Long', 'Boolean'];

export function emitConcat(
  emitter: FunctionEmitter,
  { left, right }: Bound & { kind: 'concat' }
): string {
  const sides = [left, right].map((side) => {
    const code = emit(emitter, side);
    const isPlain = isNative(side.type, ...plain) || side.type.kind === 'null';
    return isPlain ? code : `${helper(emitter, 'textOf')}(${code})`;
  });
  const isText = [left, right].some(
    (side) =>
      !isNative(side.type, 'Integer', 'Long', 'Boolean') &&
      (isNonNull(side) || !isNative(side.type, 'String', 'Id')) &&
      side.type.kind !== 'null'
  );
  if (isText) return `(${sides.join(' + ')})`;
  return `("" + ${sides.join(' + ')})`;
}

export function emitBitwise(
  emitter: FunctionEmitter,
  { operator, left, right, type }: Bound & { kind: 'bitwise' }
): string {
  const sides = [left, right].map((side) => present(emitter, side)) as [string, string];
  if (isNative(type, 'Long')) {
    return `${helper(emitter, 'bitwiseLongs')}(${JSON.stringify(operator)}, ${sides.join(', ')})`;
  }
  const [first, second] = sides;
  const amount = isNative(right.type, 'Long')
    ? `${helper(emitter, 'toInteger')}(${second})`
    : second;
  return operator === '>>>' ? `(${first} >>> ${amount} | 0)` : `(${first} ${operator} ${amount})`;
}

export function emitUnary(
  emitter: FunctionEmitter,
  { operator, operand, type }: Bound & { kind: 'unary' }
): string {
  const code = present(emitter, operand);
  if (operator === '!') return `!${code}`;
  if (operator === '~') {
    return isNative(type, 'Integer')
      ? `(~${code})`
      : `${helper(emitter, 'complementLong')}(${code})`;
  }
  return isNative(type, 'Integer') ? `(0 - ${code} | 0)` : `${helper(emitter, 'negate')}(${code})`;
}
