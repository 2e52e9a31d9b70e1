import type { FieldType } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { RunContext } from './plan.ts';
import type { Decode } from './shape.ts';
import type { CompoundValue } from './types.ts';

/** Turns a column's value into a field's value; formatted for the user's locale when asked for. */
export function decoderFor(type: FieldType, format: boolean): Decode {
  if (format) return (value, context) => formatValue(type, value, context);
  if (type === 'address' || type === 'location') return decodeCompound;
  return type === 'boolean' ? decodeBoolean : asItIs;
}

const decodeCompound: Decode = (value) =>
  value === null ? null : { parts: JSON.parse(String(value)) as CompoundValue['parts'] };

const asItIs: Decode = (value) => value;

const decodeBoolean: Decode = (value) => (value === null ? null : value === 1);

function formatValue(type: FieldType, value: FieldValue, { request }: RunContext): FieldValue {
  if (value === null) return null;
  const { locale, timeZone, currency } = request.user;
  const language = locale.replace('_', '-');
  switch (type) {
    case 'currency':
      return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(value));
    case 'int':
    case 'long':
    case 'double':
    case 'percent':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(Number(value));
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(language, {
        timeZone: 'UTC'
      });
    case 'datetime':
      return new Date(String(value)).toLocaleString(language, {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short'
      });
    default:
      return String(value);
  }
}
