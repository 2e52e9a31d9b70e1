import type { Bound } from '../../check/index.ts';
import { constructorName } from '../../link/index.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/index.ts';
import { classReference, contextName, helper, native, parentOf, staticInit } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { mark } from '../mark.ts';
import { localName } from '../names.ts';
import { isNonNull } from '../nonNull.ts';
import { emit } from './emit.ts';
import { fastCall, fastFunction } from './fastNatives.ts';
import { present } from './present.ts';

export function emitAll(emitter: FunctionEmitter, values: readonly Bound[]): string {
  return values.map((one) => emit(emitter, one)).join(', ');
}

export function emitCall(emitter: FunctionEmitter, call: Bound & { kind: 'call' }): string {
  const { target, method, isSuper, at } = call;
  noteSharing(emitter, method.owner);
  if (isSuper) return `${mark(at)}super.${method.js}(${emitAll(emitter, call.arguments)})`;
  if (target) {
    const object = present(emitter, target);
    return `${mark(at)}${object}.${method.js}(${emitAll(emitter, call.arguments)})`;
  }
  const init = staticInit(emitter, method.owner);
  const given = emitAll(emitter, call.arguments);
  if (isFuture(method)) return `${mark(at)}${futureCall(emitter, method)}, [${given}])`;
  const code = `${mark(at)}${classReference(emitter, method.owner)}.${method.js}(${given})`;
  return init === undefined ? code : `(${init}, ${code})`;
}

/**
 * Calls of `@future` methods are queued; the queue calls the method itself.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_invoking_future_methods.htm
 */
function isFuture({ annotations }: MethodSymbol): boolean {
  return annotations.some(({ name }) => name === 'future');
}

function futureCall(emitter: FunctionEmitter, { owner, name }: MethodSymbol): string {
  const names = [owner.name, name].map((one) => JSON.stringify(one)).join(', ');
  return `${helper(emitter, 'future')}(${names}`;
}

/** Code that a class without a declaration of its own runs keeps the sharing of its caller. */
function noteSharing(emitter: FunctionEmitter, owner: ClassSymbol): void {
  if (!declaresSharing(owner)) emitter.state.sensitive = true;
}

/** The sharing that a class declares, itself or by its super class. */
export function declaredSharing(symbol: ClassSymbol): 'with' | 'without' | undefined {
  for (let one: ClassSymbol | undefined = symbol; one; one = parentOf(one)) {
    if (one.sharing === 'with' || one.sharing === 'without') return one.sharing;
    if (one.sharing === 'inherited') return undefined;
  }
  return undefined;
}

function declaresSharing(symbol: ClassSymbol): boolean {
  return declaredSharing(symbol) !== undefined;
}

/** Library types whose methods do not look at the sharing mode. */
const insensitive = new Set(
  'String Integer Long Double Decimal Boolean Id List Set Map Date Datetime Time Math Blob Pattern Matcher'.split(
    ' '
  )
);

export function emitNativeCall(
  emitter: FunctionEmitter,
  call: Bound & { kind: 'nativeCall' }
): string {
  const { target, method, at, scope } = call;
  const [owner = ''] = method.key.split('|');
  if (!insensitive.has(owner)) emitter.state.sensitive = true;
  const object = target && present(emitter, target);
  const given = call.arguments.map((one) => emit(emitter, one));
  const direct = directCall(emitter, call, { object, given });
  if (direct !== undefined) return `${mark(at)}${direct}`;
  const values = [contextName(emitter), object, ...given].filter((one) => one !== undefined);
  const code = `${mark(at)}${native(emitter, method.key)}(${values.join(', ')})`;
  return method.bindsLocals ? withScope(emitter, scope, code) : code;
}

interface Operands {
  readonly object: string | undefined;
  readonly given: readonly string[];
}

/** Code that does without the table, where there is such. */
function directCall(
  emitter: FunctionEmitter,
  call: Bound & { kind: 'nativeCall' },
  { object, given }: Operands
): string | undefined {
  if (object !== undefined) return fastCall(call.method.key, object, given);
  const own = fastFunction(call.method);
  if (own === undefined) return undefined;
  return fastRemainder(call, given) ?? `${helper(emitter, own)}(${given.join(', ')})`;
}

/** `Math.mod(i, 7)` of Integers that are not null. */
function fastRemainder(
  { method, arguments: values }: Bound & { kind: 'nativeCall' },
  given: readonly string[]
): string | undefined {
  const [value, divisor] = values;
  if (fastFunction(method) !== 'modIntegers' || !value || !isNonNull(value)) return undefined;
  if (divisor?.kind !== 'constant' || !(Number(divisor.value) > 0)) return undefined;
  return `(${given.join(' % ')} | 0)`;
}

/** `Database.query(':name')` finds the caller's local variables by name. */
function withScope(
  emitter: FunctionEmitter,
  scope: (Bound & { kind: 'nativeCall' })['scope'],
  code: string
): string {
  const cases = scope
    .filter(({ isTemporary }) => !isTemporary)
    .map(
      (one) => `case ${JSON.stringify(one.name.toLowerCase())}: return ${localName(emitter, one)};`
    );
  const lookup = `($n) => { switch ($n.toLowerCase()) { ${cases.join(' ')} } return ${helper(emitter, 'memberInScope')}(${scopeOwner(emitter)}, $n); }`;
  return `($x.bindScope = ${lookup}, ${code})`;
}

function scopeOwner(emitter: FunctionEmitter): string {
  return `this ?? null, ${JSON.stringify(emitter.symbol.name)}`;
}

export function emitDynamicCall(
  emitter: FunctionEmitter,
  call: Bound & { kind: 'dynamicCall' }
): string {
  emitter.state.sensitive = true;
  const name = JSON.stringify(call.name);
  const object = present(emitter, call.target);
  const given = emitAll(emitter, call.arguments);
  const run = helper(emitter, call.isSuper ? 'superCall' : 'dynamicCall');
  return `${mark(call.at)}${run}(${object}, ${name}, [${given}])`;
}

/** `this(…)` and `super(…)`. */
export function emitConstructorCall(
  emitter: FunctionEmitter,
  call: Bound & { kind: 'constructorCall' }
): string {
  const { owner, constructor, at } = call;
  const given = emitAll(emitter, call.arguments);
  if (owner === undefined || (constructor === undefined && given !== '')) {
    return `${helper(emitter, 'initException')}(this${given === '' ? '' : `, ${given}`})`;
  }
  const name = constructor?.js ?? defaultConstructor(owner);
  return `${mark(at)}this.${name}(${given})`;
}

export function defaultConstructor(symbol: ClassSymbol): string {
  return constructorName(symbol, []);
}
