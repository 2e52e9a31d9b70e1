import type { DateLiteral } from './ast.ts';
import { malformed } from './errors.ts';
import { dayNumber } from '../calendar/index.ts';

/** Days since 1970: from the first one on, and before the second. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const monthsIn: Readonly<Record<'MONTH' | 'QUARTER' | 'YEAR', number>> = {
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12
};

/** The first day of the unit that lies `offset` units from the one that `today` is in. Weeks begin on Sunday. */
function startOfUnit(unit: Unit, today: number, offset: number): number {
  if (unit === 'DAY') return today + offset;
  if (unit === 'WEEK') return today - ((today + 4) % 7) + offset * 7;
  const date = new Date(today * 86_400_000);
  const months = monthsIn[unit];
  const month = Math.floor(date.getUTCMonth() / months) * months;
  return dayNumber(date.getUTCFullYear(), month + offset * months, 1);
}

function units(unit: Unit, today: number, [first, last]: readonly [number, number]): DayRange {
  return { from: startOfUnit(unit, today, first), until: startOfUnit(unit, today, last + 1) };
}

const named: Readonly<Record<string, readonly [Unit, number]>> = {
  YESTERDAY: ['DAY', -1],
  TODAY: ['DAY', 0],
  TOMORROW: ['DAY', 1]
};

const relatives: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

/**
 * The days that a date literal means.
 * @param today the user's day, in days since 1970
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function rangeOf({ name, count, at }: DateLiteral, today: number): DayRange {
  const day = named[name];
  if (day !== undefined) return units(day[0], today, [day[1], day[1]]);
  if (name === 'LAST_90_DAYS') return units('DAY', today, [-90, 0]);
  if (name === 'NEXT_90_DAYS') return units('DAY', today, [1, 90]);
  const fixed = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  const offset = relatives[fixed?.[1] ?? ''] ?? 0;
  if (fixed !== null) return units(fixed[2] as Unit, today, [offset, offset]);
  const counted = /^(?:(LAST|NEXT)_N_)?(?:N_)?(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S(_AGO)?$/;
  const match = counted.exec(name);
  if (match === null) throw malformed(`unexpected token: '${name}'`, at);
  return countedRange({ way: match[1] ?? 'AGO', unit: match[2] as Unit, count }, today);
}

interface Counted {
  readonly way: string;
  readonly unit: Unit;
  readonly count: number;
}

/** The last n days include today; the last n of anything else end before the current one. */
function countedRange({ way, unit, count }: Counted, today: number): DayRange {
  if (way === 'NEXT') return units(unit, today, [1, count]);
  if (way === 'AGO') return units(unit, today, [-count, -count]);
  return units(unit, today, unit === 'DAY' ? [-count, 0] : [-count, -1]);
}
