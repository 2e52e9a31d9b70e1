import type { ApexContext } from '../platform/index.ts';
import { ApexDate, ApexDatetime, nullPrimitive, typeException } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { fieldsIn, localDate, parseDate, parseLocalDate } from './datetime/index.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { userSettings } from './userSettings.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm */
export const dateType: NativeType = nativeClass('Date', {
  'static Date today()': today,
  'static Date newInstance(Integer year, Integer month, Integer day)': statics(ApexDate.of),
  'static Date parse(String text)': (context: ApexContext, text: string | null) => {
    if (text === null) throw nullPrimitive();
    return parseLocalDate(context, text);
  },
  'static Date valueOf(String text)': statics(parseDate),
  'static Date valueOf(Object value)': statics(dateOf),
  'static Integer daysInMonth(Integer year, Integer month)': statics(daysInMonth),
  'static Boolean isLeapYear(Integer year)': statics((year: number) => daysInMonth(year, 2) === 29),
  'Date addDays(Integer days)': method(
    (self: ApexDate, days: number) => new ApexDate(self.days + days)
  ),
  'Date addMonths(Integer months)': method(addMonths),
  'Date addYears(Integer years)': method((self: ApexDate, years: number) =>
    addMonths(self, 12 * years)
  ),
  'Integer year()': method((self: ApexDate) => self.year),
  'Integer month()': method((self: ApexDate) => self.month),
  'Integer day()': method((self: ApexDate) => self.day),
  'Integer dayOfYear()': method(
    (self: ApexDate) => self.days - ApexDate.of(self.year, 1, 1).days + 1
  ),
  'Integer daysBetween(Date other)': method(
    (self: ApexDate, other: ApexDate) => other.days - self.days
  ),
  'Integer monthsBetween(Date other)': method(
    (self: ApexDate, other: ApexDate) => (other.year - self.year) * 12 + (other.month - self.month)
  ),
  'Boolean isSameDay(Date other)': method(
    (self: ApexDate, other: ApexDate) => self.days === other.days
  ),
  'Date toStartOfMonth()': method((self: ApexDate) => ApexDate.of(self.year, self.month, 1)),
  'Date toStartOfWeek()': method(
    (self: ApexDate) => new ApexDate(self.days - new Date(self.epochMilliseconds).getUTCDay())
  ),
  'String format()': (context: ApexContext, self: ApexDate) => localDate(context, self)
});

function today(context: ApexContext): ApexDate {
  const { year, month, day } = fieldsIn(userSettings(context).timeZone, context.clock.now());
  return ApexDate.of(year, month, day);
}

function dateOf(value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return new ApexDate(Math.floor(value.time / 86_400_000));
  if (typeof value === 'string') return parseDate(value);
  throw typeException('Invalid date');
}

function daysInMonth(year: number, month: number): number {
  return ApexDate.of(year, month + 1, 0).day;
}

/** The last day of the month when the day does not exist: January 31 and a month is February 28 or 29. */
export function addMonths(date: ApexDate, months: number): ApexDate {
  const first = ApexDate.of(date.year, date.month + months, 1);
  return ApexDate.of(
    first.year,
    first.month,
    Math.min(date.day, daysInMonth(first.year, first.month))
  );
}
