import type { BoundBlock, LocalVariable } from '../check/index.ts';
import type { ClassSymbol } from '../types/index.ts';
import { createFunctionEmitter } from './emitter.ts';
import type { FunctionEmitter, UnitEmitter } from './emitter.ts';
import { declaredSharing } from './expressions/calls.ts';
import { localName } from './names.ts';
import { emitStatements } from './statements/emit.ts';

export interface FunctionParts {
  readonly symbol: ClassSymbol;
  /** `static name`, `name`. */
  readonly head: string;
  readonly parameters: readonly LocalVariable[];
  readonly isConstructor?: boolean;
  /** Code before the body's own. */
  readonly before?: (emitter: FunctionEmitter) => string;
  readonly body: BoundBlock | undefined;
}

/** A method of a JavaScript class. */
export function emitFunction(unit: UnitEmitter, parts: FunctionParts): string {
  const emitter = createFunctionEmitter(unit, parts.symbol, parts.isConstructor);
  const names = parts.parameters.map((one) => localName(emitter, one)).join(', ');
  const before = parts.before?.(emitter) ?? '';
  const body = parts.body ? emitStatements(emitter, parts.body.statements) : '';
  const code = [before, body, parts.isConstructor === true ? 'return this;' : ''].filter(Boolean);
  return `${parts.head}(${names}) {\n${framed(emitter, code.join('\n'))}\n}`;
}

/** Adds what the code turned out to need: temporaries, a loop counter, the class's sharing mode. */
export function framed(emitter: FunctionEmitter, body: string): string {
  const { temporaries, state, symbol } = emitter;
  const declared = [...temporaries, ...(state.loops ? ['$n = 0'] : [])];
  const head = declared.length === 0 ? '' : `let ${declared.join(', ')};\n`;
  const sharing = state.sensitive ? declaredSharing(symbol) : undefined;
  if (sharing === undefined) return head + body;
  return `${head}const $p = $x.sharing; $x.sharing = "${sharing}";\ntry {\n${body}\n} finally { $x.sharing = $p; }`;
}
