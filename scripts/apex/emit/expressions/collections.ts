import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { helper } from '../emitter.ts';
import { emitAll } from './calls.ts';
import { emit } from './emit.ts';

export function emitNewList(
  emitter: FunctionEmitter,
  { element, size, values }: Bound & { kind: 'newList' }
): string {
  const type = JSON.stringify(element.name);
  if (size) return `${helper(emitter, 'makeList')}(${type}, ${emit(emitter, size)})`;
  return `new ${helper(emitter, 'ApexList')}(${type}, [${emitAll(emitter, values)}])`;
}

export function emitNewSet(
  emitter: FunctionEmitter,
  { element, values }: Bound & { kind: 'newSet' }
): string {
  const type = JSON.stringify(element.name);
  const given = values.length === 0 ? '' : `, [${emitAll(emitter, values)}]`;
  return `new ${helper(emitter, 'ApexSet')}(${type}${given})`;
}

export function emitNewMap(
  emitter: FunctionEmitter,
  { key, value, entries }: Bound & { kind: 'newMap' }
): string {
  const types = [key, value].map(({ name }) => JSON.stringify(name)).join(', ');
  const pairs = entries.map((entry) => `[${emitAll(emitter, entry)}]`).join(', ');
  const given = entries.length === 0 ? '' : `, [${pairs}]`;
  return `new ${helper(emitter, 'ApexMap')}(${types}${given})`;
}

/** `new Set<Id>(ids)` */
export function emitNewFrom(
  emitter: FunctionEmitter,
  { definition, of, source }: Bound & { kind: 'newFrom' }
): string {
  const types = of.map(({ name }) => JSON.stringify(name));
  const given = [...types, emit(emitter, source)].join(', ');
  return `${helper(emitter, `make${definition}`)}(${given})`;
}
