import type { Constant } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { constant } from '../emitter.ts';

export function emitConstant(emitter: FunctionEmitter, { type, value }: Constant): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  switch (type.name) {
    case 'Integer':
      return negative(String(Number(value) | 0));
    case 'Long':
      return negative(`${value}n`);
    case 'Decimal':
      return constant(emitter, `$.decimal(${JSON.stringify(value)})`);
    case 'Double':
      return constant(emitter, `$.double(${JSON.stringify(value)})`);
    default:
      return JSON.stringify(value);
  }
}

function negative(text: string): string {
  return text.startsWith('-') ? `(${text})` : text;
}
