import * as fc from 'fast-check';
import { ApexDate, ApexDatetime, ApexTime, textOf } from '../runtime/index.ts';
import { fieldsIn, timeOf, zoneOffset } from './datetime/index.ts';
import { ApexTimeZone } from './TimeZone.ts';
import { callIn, callNative, fakeContext, thrownBy } from './testing/index.ts';
import { parseDatetime } from './datetime/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm

const zones = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'GMT'
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 11, 31) });

const date = (signature: string, ...values: unknown[]): unknown =>
  callNative('Date', signature, values);
const datetime = (signature: string, ...values: unknown[]): unknown =>
  callNative('Datetime', signature, values);

describe('Date', () => {
  test('should know the day in the time zone of the user', () => {
    const evening = fakeContext({ timeZone: 'Asia/Tokyo' });

    expect(textOf(callIn(evening, 'Date', ['static Date today()']))).toBe('2024-03-01 00:00:00');
  });

  test('should add months up to the last day of a shorter one', () => {
    const later = (day: ApexDate, months: number): string =>
      (date('Date addMonths(Integer months)', day, months) as ApexDate).toIso();

    expect(later(ApexDate.of(2024, 1, 31), 1)).toBe('2024-02-29');
    expect(later(ApexDate.of(2023, 1, 31), 1)).toBe('2023-02-28');
    expect(later(ApexDate.of(2023, 1, 31), -2)).toBe('2022-11-30');
  });

  test('should agree with the calendar of JavaScript on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const day = new ApexDate(days);
        const same = ApexDate.of(day.year, day.month, day.day);

        expect(same.days).toBe(days);
        expect(day.toIso()).toBe(
          new Date(days * 86_400_000).toISOString().slice(0, -14).slice(-10)
        );
      }),
      { examples: [[0]] }
    );
  });

  test('should count days, months and weeks', () => {
    const start = ApexDate.of(2008, 1, 1);

    expect(date('Integer daysBetween(Date other)', start, ApexDate.of(2008, 1, 30))).toBe(29);
    expect(
      date('Integer monthsBetween(Date other)', ApexDate.of(2006, 12, 2), ApexDate.of(2012, 12, 8))
    ).toBe(72);
    expect(date('Integer dayOfYear()', ApexDate.of(1998, 10, 21))).toBe(294);
    expect((date('Date toStartOfWeek()', ApexDate.of(2024, 3, 1)) as ApexDate).toIso()).toBe(
      '2024-02-25'
    );
    expect(date('static Integer daysInMonth(Integer year, Integer month)', 1960, 2)).toBe(29);
    expect(date('static Boolean isLeapYear(Integer year)', 1900)).toBe(false);
  });

  test('should read and write dates as the locale of the user does', () => {
    const german = fakeContext({ locale: 'de_DE' });
    const parse = 'static Date parse(String text)';

    expect(textOf(date(parse, '12/27/2009'))).toBe('2009-12-27 00:00:00');
    expect(textOf(callIn(german, 'Date', [parse, '27.12.2009']))).toBe('2009-12-27 00:00:00');
    expect(date('String format()', ApexDate.of(2001, 3, 21))).toBe('3/21/2001');
    expect(callIn(german, 'Date', ['String format()', ApexDate.of(2001, 3, 21)])).toBe('21.3.2001');
  });

  test.each(['2024-13-01', '2023-02-29', 'x', ''])('should refuse %p', (text) => {
    expect(thrownBy(() => date('static Date valueOf(String text)', text))).toBe(
      `System.TypeException: Invalid date: ${text}`
    );
  });
});

describe('Datetime', () => {
  test('should leave alone what follows the time when it reads a text', () => {
    const time = parseDatetime('2018-08-08 15:08:09-7');

    expect([time.day, time.hour, time.second]).toEqual([8, 15, 9]);
  });

  test('should show in every zone what Intl shows', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, time) => {
        const fields = fieldsIn(timeZone, time);
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium'
        }).format(time);
        const pad = (value: number): string => String(value).padStart(2, '0');
        const { year, month, day, hour, minute, second } = fields;

        expect(
          `${pad(day)}/${pad(month)}/${year}, ${pad(hour)}:${pad(minute)}:${pad(second)}`
        ).toBe(shown);
      })
    );
  });

  test('should find the instant of what a clock shows, but where two instants show the same', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, time) => {
        const found = timeOf(timeZone, fieldsIn(timeZone, time));

        expect(fieldsIn(timeZone, found)).toEqual(fieldsIn(timeZone, time));
      })
    );
  });

  test('should move a time that the clocks skip, and take the first of one that comes twice', () => {
    const at = (month: number, day: number, hour: number): string =>
      new Date(
        timeOf('America/Los_Angeles', {
          year: 2024,
          month,
          day,
          hour,
          minute: 30,
          second: 0,
          millisecond: 0
        })
      ).toISOString();

    expect(at(3, 10, 2)).toBe('2024-03-10T10:30:00.000Z');
    expect(at(11, 3, 1)).toBe('2024-11-03T08:30:00.000Z');
  });

  test('should keep the time of day when days are added across a change of the clocks', () => {
    const before = new ApexDatetime(Date.UTC(2024, 2, 9, 20));

    const after = datetime('Datetime addDays(Integer days)', before, 1) as ApexDatetime;

    expect(after.toIso()).toBe('2024-03-10T19:00:00.000Z');
  });

  // https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html
  const patterns: readonly (readonly [pattern: string, zone: string, expected: string])[] = [
    ["yyyy.MM.dd G 'at' HH:mm:ss z", 'America/Los_Angeles', '2001.07.04 AD at 12:08:56 PDT'],
    ["EEE, MMM d, ''yy", 'America/Los_Angeles', "Wed, Jul 4, '01"],
    ['h:mm a', 'America/Los_Angeles', '12:08 PM'],
    ["hh 'o''clock' a, zzzz", 'America/Los_Angeles', "12 o'clock PM, Pacific Daylight Time"],
    ['K:mm a, z', 'Europe/Berlin', '9:08 PM, CEST'],
    ['yyyyy.MMMMM.dd', 'GMT', '02001.July.04'],
    ['EEEE D w W F u', 'GMT', 'Wednesday 185 27 1 1 3'],
    ['yyMMddHHmmssSSSZ', 'America/Los_Angeles', '010704120856235-0700'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'America/Los_Angeles', '2001-07-04T12:08:56.235-07:00'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", 'GMT', '2001-07-04T19:08:56Z'],
    ['X', 'Asia/Kolkata', '+05'],
    ['z', 'Asia/Kolkata', 'IST']
  ];

  test.each(patterns)('should format with %p in %s as %p', (pattern, timeZone, expected) => {
    const value = new ApexDatetime(Date.UTC(2001, 6, 4, 19, 8, 56, 235));
    const format = 'String format(String pattern, String timeZone)';

    expect(datetime(format, value, pattern, timeZone)).toBe(expected);
  });

  test('should refuse letters that mean nothing', () => {
    const format = (): unknown =>
      datetime('String formatGmt(String pattern)', new ApexDatetime(0), 'b');

    expect(thrownBy(format)).toBe("System.IllegalArgumentException: Illegal pattern character 'b'");
  });

  test('should read text in the time zone of the user, or in GMT', () => {
    const text = '2007-12-31 20:00:00';

    const local = datetime('static Datetime valueOf(String text)', text) as ApexDatetime;
    const gmt = datetime('static Datetime valueOfGmt(String text)', text) as ApexDatetime;

    expect(local.toIso()).toBe('2008-01-01T04:00:00.000Z');
    expect(gmt.toIso()).toBe('2007-12-31T20:00:00.000Z');
  });

  test('should write itself as the locale of the user does', () => {
    const value = new ApexDatetime(Date.UTC(2012, 5, 3, 21, 1, 2));

    expect(datetime('String format()', value)).toBe('6/3/2012, 2:01 PM');
    expect(datetime('String formatLong()', value)).toBe('6/3/2012, 2:01:02 PM PDT');
  });

  test('should join a date and a time', () => {
    const joined = datetime(
      'static Datetime newInstanceGmt(Date date, Time time)',
      ApexDate.of(2011, 1, 15),
      ApexTime.of(1, 2, [3, 4])
    );

    expect((joined as ApexDatetime).toIso()).toBe('2011-01-15T01:02:03.004Z');
  });
});

describe('Time and TimeZone', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_time.htm
  test('should go round at midnight', () => {
    const late = ApexTime.of(23, 30, [0, 0]);

    const later = callNative('Time', 'Time addHours(Integer hours)', [late, 1]);

    expect(textOf(later)).toBe('00:30:00.000Z');
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_timezone.htm
  test('should describe a zone and tell its offset', () => {
    const zoneValue = new ApexTimeZone('America/New_York');
    const offset = callNative('TimeZone', 'Integer getOffset(Datetime time)', [
      zoneValue,
      new ApexDatetime(Date.UTC(2012, 9, 23, 12))
    ]);

    expect(offset).toBe(-14_400_000);
    expect(callNative('TimeZone', 'String getDisplayName()', [zoneValue])).toBe(
      '(GMT-05:00) Eastern Standard Time (America/New_York)'
    );
  });

  test('should take an unknown zone for GMT, and know zones by their offset', () => {
    expect(new ApexTimeZone('Nowhere/City').id).toBe('GMT');
    expect(zoneOffset('GMT+5:30', 0)).toBe(19_800_000);
  });
});
