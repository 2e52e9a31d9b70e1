import type { ApexContext } from '../platform/index.ts';
import { ApexDatetime, ApexDate, nullPrimitive, typeException } from '../runtime/index.ts';
import type { ApexTime } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics, refuseNull } from './arguments.ts';
import {
  fieldsIn,
  formatPattern,
  localDatetime,
  localLong,
  parseDatetime,
  parseLocalDatetime,
  timeOf
} from './datetime/index.ts';
import type { Fields } from './datetime/index.ts';
import { calendarMembers } from './datetime/calendar.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeMembers, NativeType } from './native.ts';
import { intlLocale, userSettings } from './userSettings.ts';

/** The zone in which a creating method reads its numbers. */
type Zone = (context: ApexContext) => string;

const local: Zone = (context) => userSettings(context).timeZone;
const gmt: Zone = () => 'GMT';

/** `newInstance(year, month, day)` and with hour, minute, second. */
const fromNumbers =
  (zone: Zone): NativeFunction =>
  (context: ApexContext, ...numbers: number[]) => {
    refuseNull(numbers);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
    const fields = { year, month, day, hour, minute, second, millisecond: 0 };
    return new ApexDatetime(timeOf(zone(context), fields));
  };

const fromParts =
  (zone: Zone): NativeFunction =>
  (context: ApexContext, date: ApexDate, time: ApexTime) => {
    refuseNull([date, time]);
    const { year, month, day } = date;
    const { hour, minute, second, millisecond } = time;
    const fields = { year, month, day, hour, minute, second, millisecond };
    return new ApexDatetime(timeOf(zone(context), fields));
  };

const creation: NativeMembers = {
  'static Datetime now()': (context: ApexContext) => new ApexDatetime(context.clock.now()),
  'static Datetime newInstance(Long milliseconds)': statics(
    (milliseconds: bigint) => new ApexDatetime(Number(milliseconds))
  ),
  'static Datetime newInstance(Date date, Time time)': fromParts(local),
  'static Datetime newInstance(Integer year, Integer month, Integer day)': fromNumbers(local),
  'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
    fromNumbers(local),
  'static Datetime newInstanceGmt(Date date, Time time)': fromParts(gmt),
  'static Datetime newInstanceGmt(Integer year, Integer month, Integer day)': fromNumbers(gmt),
  'static Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
    fromNumbers(gmt),
  'static Datetime parse(String text)': (context: ApexContext, text: string | null) =>
    at(
      local(context),
      read(text, (given) => parseLocalDatetime(context, given))
    ),
  'static Datetime valueOf(String text)': (context: ApexContext, text: string | null) =>
    at(local(context), read(text, parseDatetime)),
  'static Datetime valueOf(Object value)': datetimeOf,
  'static Datetime valueOfGmt(String text)': statics((text: string) =>
    at('GMT', parseDatetime(text))
  )
};

const formatting: NativeMembers = {
  'String format()': (context: ApexContext, self: ApexDatetime) => localDatetime(context, self),
  'String format(String pattern)': (context: ApexContext, self: ApexDatetime, pattern: string) =>
    show(context, self, [pattern, local(context)]),
  'String format(String pattern, String timeZone)': (
    context: ApexContext,
    self: ApexDatetime,
    ...rest: [string, string]
  ) => show(context, self, rest),
  'String formatGmt(String pattern)': (context: ApexContext, self: ApexDatetime, pattern: string) =>
    show(context, self, [pattern, 'GMT']),
  'String formatLong()': (context: ApexContext, self: ApexDatetime) => localLong(context, self),
  'Long getTime()': method((self: ApexDatetime) => BigInt(self.time)),
  'Boolean isSameDay(Datetime other)': (
    context: ApexContext,
    self: ApexDatetime,
    other: ApexDatetime
  ) => dayOf(context, self) === dayOf(context, other)
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm */
export const datetimeType: NativeType = nativeClass('Datetime', {
  ...creation,
  ...calendarMembers,
  ...formatting
});

/** Reads text, which may not be null. */
function read(text: string | null, parse: (text: string) => Fields): Fields {
  if (text === null) throw nullPrimitive();
  return parse(text);
}

function at(zone: string, fields: Fields): ApexDatetime {
  return new ApexDatetime(timeOf(zone, fields));
}

function show(
  context: ApexContext,
  self: ApexDatetime,
  [pattern, zone]: readonly [string, string]
): string {
  refuseNull([pattern]);
  const locale = intlLocale(context);
  return formatPattern(pattern, { time: self.time, zone: zone ?? local(context), locale });
}

function datetimeOf(context: ApexContext, value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.epochMilliseconds);
  if (typeof value === 'string') return at(local(context), parseDatetime(value));
  throw typeException('Invalid date/time');
}

function dayOf(context: ApexContext, value: ApexDatetime): string {
  const { year, month, day } = fieldsIn(local(context), value.time);
  return `${year}-${month}-${day}`;
}
