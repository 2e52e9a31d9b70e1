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

const named: Readonly<Record<string, Units>> = {
  YESTERDAY: ['DAY', -1, -1],
  TODAY: ['DAY', 0, 0],
  TOMORROW: ['DAY', 1, 1],
  LAST_90_DAYS: ['DAY', -90, 0],
  NEXT_90_DAYS: ['DAY', 1, 90]
};

const relatives: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

/**
 * The days that a date literal means.
 * @param today the user's day, in days since 1970
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function rangeOf(literal: DateLiteral, today: number): DayRange {
  const [unit, first, last] = unitsOf(literal);
  return units(unit, today, [first, last]);
}

type Units = readonly [unit: Unit, first: number, last: number];

function unitsOf({ name, count, at }: DateLiteral): Units {
  const known = named[name] ?? fixedUnits(name) ?? countedUnits(name, count);
  if (known === undefined) throw malformed(`unexpected token: '${name}'`, at);
  return known;
}

/** `LAST_MONTH`, `THIS_FISCAL_YEAR` */
function fixedUnits(name: string): Units | undefined {
  const match = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (match === null) return undefined;
  const offset = relatives[match[1] ?? ''] ?? 0;
  return [match[2] as Unit, offset, offset];
}

const counted = /^(?:(LAST|NEXT)_N_)?(?:N_)?(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S(?:_AGO)?$/;

/** `LAST_N_DAYS:n` includes today; the last n of anything else end before the current one. */
function countedUnits(name: string, count: number): Units | undefined {
  const match = counted.exec(name);
  if (match === null) return undefined;
  const unit = match[2] as Unit;
  if (match[1] === 'NEXT') return [unit, 1, count];
  if (match[1] === undefined) return [unit, -count, -count];
  return [unit, -count, unit === 'DAY' ? 0 : -1];
}
