import type { ApexContext } from '../../platform/index.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/index.ts';
import { primitiveMethod as method, refuseNull } from '../arguments.ts';
import type { NativeFunction, NativeMembers } from '../native.ts';
import { userSettings } from '../userSettings.ts';
import { fieldsIn, timeOf } from '../../../shared/index.ts';
import type { ZonedFields as Fields } from '../../../shared/index.ts';

const localPart =
  (part: (fields: Fields) => unknown): NativeFunction =>
  (context: ApexContext, self: ApexDatetime) =>
    part(fieldsIn(userSettings(context).timeZone, self.time));

const gmtPart =
  (part: (fields: Fields) => unknown): NativeFunction =>
  (_context: ApexContext, self: ApexDatetime) =>
    part(fieldsIn('GMT', self.time));

const dateOf = ({ year, month, day }: Fields): ApexDate => ApexDate.of(year, month, day);
const timeOfDay = ({ hour, minute, second, millisecond }: Fields): ApexTime =>
  ApexTime.of(hour, minute, [second, millisecond]);
const dayOfYear = (fields: Fields): number =>
  dateOf(fields).days - ApexDate.of(fields.year, 1, 1).days + 1;

const later = (milliseconds: number): NativeFunction =>
  method((self: ApexDatetime, count: number) => new ApexDatetime(self.time + count * milliseconds));

/** Moves the calendar in the user's time zone, so that the clock shows the same time of day. */
const onCalendar =
  (move: (fields: Fields, count: number) => Fields): NativeFunction =>
  (context: ApexContext, self: ApexDatetime, count: number) => {
    refuseNull([count]);
    const zone = userSettings(context).timeZone;
    return new ApexDatetime(timeOf(zone, move(fieldsIn(zone, self.time), count)));
  };

const addMonths = (fields: Fields, count: number): Fields => {
  const first = ApexDate.of(fields.year, fields.month + count, 1);
  const last = ApexDate.of(first.year, first.month + 1, 0).day;
  return { ...fields, year: first.year, month: first.month, day: Math.min(fields.day, last) };
};

/** The parts of a Datetime and arithmetic on them. */
export const calendarMembers: NativeMembers = {
  'Datetime addYears(Integer years)': onCalendar((fields, count) => addMonths(fields, 12 * count)),
  'Datetime addMonths(Integer months)': onCalendar(addMonths),
  'Datetime addDays(Integer days)': onCalendar((fields, count) => ({
    ...fields,
    day: fields.day + count
  })),
  'Datetime addHours(Integer hours)': later(3_600_000),
  'Datetime addMinutes(Integer minutes)': later(60_000),
  'Datetime addSeconds(Integer seconds)': later(1000),
  'Date date()': localPart(dateOf),
  'Date dateGmt()': gmtPart(dateOf),
  'Time time()': localPart(timeOfDay),
  'Time timeGmt()': gmtPart(timeOfDay),
  'Integer year()': localPart(({ year }) => year),
  'Integer yearGmt()': gmtPart(({ year }) => year),
  'Integer month()': localPart(({ month }) => month),
  'Integer monthGmt()': gmtPart(({ month }) => month),
  'Integer day()': localPart(({ day }) => day),
  'Integer dayGmt()': gmtPart(({ day }) => day),
  'Integer dayOfYear()': localPart(dayOfYear),
  'Integer dayOfYearGmt()': gmtPart(dayOfYear),
  'Integer hour()': localPart(({ hour }) => hour),
  'Integer hourGmt()': gmtPart(({ hour }) => hour),
  'Integer minute()': localPart(({ minute }) => minute),
  'Integer minuteGmt()': gmtPart(({ minute }) => minute),
  'Integer second()': localPart(({ second }) => second),
  'Integer secondGmt()': gmtPart(({ second }) => second),
  'Integer millisecond()': localPart(({ millisecond }) => millisecond),
  'Integer millisecondGmt()': gmtPart(({ millisecond }) => millisecond)
};
