import type { FieldDefinition, FieldType } from '../../apex/index.ts';
import type { UserContext } from '../session/types.ts';
import type { FieldValue } from '../store/types.ts';

type Display = (value: FieldValue, field: FieldDefinition, user: UserContext) => string;

const amount: Display = (value, { scale }, { locale, currency }) =>
  new Intl.NumberFormat(language(locale), {
    style: 'currency',
    currency,
    minimumFractionDigits: scale,
    maximumFractionDigits: scale
  }).format(Number(value));

const number: Display = (value, { scale }, { locale }) =>
  new Intl.NumberFormat(language(locale), {
    minimumFractionDigits: scale,
    maximumFractionDigits: scale
  }).format(Number(value));

const label: Display = (value, { picklistValues }) =>
  picklistValues.find((item) => item.value === value)?.label ?? String(value);

/** Types whose values a person reads in another form; all others have no display value. */
const displays: Readonly<Partial<Record<FieldType, Display>>> = {
  currency: amount,
  double: number,
  int: number,
  percent: (value, field, user) => `${number(value, field, user)}%`,
  picklist: label,
  multipicklist: (value, field, user) =>
    String(value)
      .split(';')
      .map((part) => label(part, field, user))
      .join(';'),
  date: (value, _field, { locale }) =>
    new Intl.DateTimeFormat(language(locale), { timeZone: 'UTC' }).format(dateOf(value)),
  datetime: (value, _field, { locale, timeZone }) =>
    new Intl.DateTimeFormat(language(locale), {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone
    }).format(dateOf(value))
};

/** A value as the user reads it, by type, locale, currency and time zone; null where it needs no other form. */
export function displayValue(
  value: FieldValue,
  field: FieldDefinition,
  user: UserContext
): string | null {
  if (value === null) return null;
  return displays[field.type]?.(value, field, user) ?? null;
}

function dateOf(value: FieldValue): Date {
  return new Date(String(value));
}

/** `en_US` as Intl names it. */
function language(locale: string): string {
  return locale.replaceAll('_', '-');
}
