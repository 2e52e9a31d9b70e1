import type { ApexContext } from '../../platform/index.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  convertNumber,
  isNumber,
  numberKind,
  tryId,
  typeException
} from '../../runtime/index.ts';
import type { NumberKind } from '../../runtime/index.ts';

type Class = new (...parameters: never[]) => unknown;

export function casting({ program }: ApexContext): Readonly<Record<string, unknown>> {
  const refuse = (value: unknown, type: string): never => {
    const from = program.typeName(value);
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

const widening: readonly NumberKind[] = ['Integer', 'Long', 'Double', 'Decimal'];

/** A number may be cast to a wider type, a Double and a Decimal to each other, text to an Id. */
function widened(value: unknown, type: string): unknown {
  if (type === 'Id' && typeof value === 'string') return tryId(value);
  if (type === 'Datetime' && value instanceof ApexDate) {
    return new ApexDatetime(value.epochMilliseconds);
  }
  const target = widening.find((kind) => kind === type);
  if (target === undefined || !isNumber(value)) return undefined;
  const isFraction = value instanceof ApexDecimal || value instanceof ApexDouble;
  if (isFraction && (target === 'Integer' || target === 'Long')) return undefined;
  return widening.indexOf(target) >= widening.indexOf(numberKind(value)) || isFraction
    ? convertNumber(value, target)
    : undefined;
}
