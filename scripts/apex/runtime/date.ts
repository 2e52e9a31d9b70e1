import type { ApexScalar } from './scalar.ts';

const dayMilliseconds = 86_400_000;

/** A `Date`: a day without time or zone. */
export class ApexDate implements ApexScalar {
  /** Days since 1970-01-01. */
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Months count from 1; a day or month outside its range rolls over, as in `Date.newInstance`. */
  static of(year: number, month: number, day: number): ApexDate {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return new ApexDate(date.getTime() / dayMilliseconds);
  }

  get year(): number {
    return this.utc().getUTCFullYear();
  }

  /** 1 to 12. */
  get month(): number {
    return this.utc().getUTCMonth() + 1;
  }

  get day(): number {
    return this.utc().getUTCDate();
  }

  /** `2020-01-31`; the form of SOQL, JSON and the REST API. */
  toIso(): string {
    return `${padYear(this.year)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
  }

  toKey(): string {
    return `D${this.days}`;
  }

  toText(): string {
    return `${this.toIso()} 00:00:00`;
  }

  /** Midnight UTC of that day, in milliseconds since 1970. */
  get epochMilliseconds(): number {
    return this.days * dayMilliseconds;
  }

  private utc(): Date {
    return new Date(this.epochMilliseconds);
  }
}

/** A `Time` of day. */
export class ApexTime implements ApexScalar {
  /** Milliseconds since midnight, 0 to 86,399,999. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = wrap(milliseconds, dayMilliseconds);
  }

  static of(
    hour: number,
    minute: number,
    [second, millisecond]: readonly [number, number]
  ): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.milliseconds / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.milliseconds / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.milliseconds / 1000) % 60;
  }

  get millisecond(): number {
    return this.milliseconds % 1000;
  }

  toKey(): string {
    return `T${this.milliseconds}`;
  }

  toText(): string {
    return this.toIso();
  }

  /** `13:05:00.000Z` */
  toIso(): string {
    const { hour, minute, second, millisecond } = this;
    return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(millisecond, 3)}Z`;
  }
}

/** A `Datetime`: an instant. */
export class ApexDatetime implements ApexScalar {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }

  toKey(): string {
    return `t${this.time}`;
  }

  /** `2020-01-31 13:05:00` in GMT. */
  toText(): string {
    return this.toIso().replace('T', ' ').slice(0, -5);
  }

  /** `2020-01-31T13:05:00.000Z`, the form of JSON. */
  toIso(): string {
    return new Date(this.time).toISOString();
  }
}

/** Digits with leading zeros. */
export function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function padYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

function wrap(value: number, range: number): number {
  return ((value % range) + range) % range;
}
