import type { ApexContext } from '../../platform/index.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  convertNumber,
  isNumber,
  numberKind,
  isValidId,
  toId,
  typeException
} from '../../runtime/index.ts';
import type { ApexNumber, NumberKind } from '../../runtime/index.ts';

type Class = new (...parameters: never[]) => unknown;

export function casting({ program }: ApexContext): Readonly<Record<string, unknown>> {
  const refuse = (value: unknown, type: string): never => {
    const from = isId(value) ? 'Id' : program.typeName(value);
    throw typeException(`Invalid conversion from runtime type ${from} to ${type}`);
  };
  return {
    isInstance: (value: unknown, type: string) => program.isInstance(value, type),
    castToClass: (value: unknown, target: Class, type: string) =>
      value === null || value instanceof target ? value : refuse(value, type),
    cast: (value: unknown, type: string) => {
      if (value === null) return value;
      const converted = widened(value, type);
      if (converted !== undefined) return converted;
      return program.isInstance(value, type) ? value : refuse(value, type);
    }
  };
}

/** An id that is held as Object. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length === 18 && isValidId(value);
}

const widening: readonly NumberKind[] = ['Integer', 'Long', 'Double', 'Decimal'];

/** A value that the cast changes; undefined when it changes none or is not allowed. */
function widened(value: unknown, type: string): unknown {
  if (type === 'Id' && typeof value === 'string') return toId(value);
  if (type === 'Datetime' && value instanceof ApexDate) {
    return new ApexDatetime(value.epochMilliseconds);
  }
  const target = widening.find((kind) => kind === type);
  return target !== undefined && isNumber(value) ? widenedNumber(value, target) : undefined;
}

/** To a wider type, or between Double and Decimal. */
function widenedNumber(value: ApexNumber, target: NumberKind): unknown {
  const isFraction = value instanceof ApexDecimal || value instanceof ApexDouble;
  const isWider = widening.indexOf(target) >= widening.indexOf(numberKind(value));
  const fits = isFraction ? target === 'Double' || target === 'Decimal' : isWider;
  return fits ? convertNumber(value, target) : undefined;
}
