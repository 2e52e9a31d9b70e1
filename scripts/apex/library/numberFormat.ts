import type { ApexContext } from '../platform/index.ts';
import { ApexDecimal, ApexDouble } from '../runtime/index.ts';
import type { ApexNumber } from '../runtime/index.ts';
import { intlLocale } from './userSettings.ts';

/** `1,234.568`: grouped as the user's locale does, three decimals at most, as Java's NumberFormat. */
export function formatNumber(context: ApexContext, value: ApexNumber): string {
  const format = new Intl.NumberFormat(intlLocale(context), {
    maximumFractionDigits: 3,
    roundingMode: 'halfEven'
  });
  if (value instanceof ApexDouble) return format.format(value.value);
  if (value instanceof ApexDecimal) return format.format(value.toPlain() as `${number}`);
  return format.format(value);
}
