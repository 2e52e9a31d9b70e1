import { hashText } from '../runtime/index.ts';
import type { ApexDatetime } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { isTimeZone, zoneName, zoneOffset } from './datetime/index.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** A `TimeZone`. */
export class ApexTimeZone {
  readonly $type = 'TimeZone';
  /** `America/Los_Angeles` */
  readonly id: string;

  /** An unknown zone is GMT, as in Java. */
  constructor(id: string) {
    this.id = isTimeZone(id) ? id : 'GMT';
  }

  $toString(): string {
    return this.id;
  }

  $hashCode(): number {
    return hashText(this.id);
  }

  $equals(other: unknown): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }
}

/** Northern summer and winter; one of them is standard time. */
const halves = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_timezone.htm */
export const timeZoneType: NativeType = nativeClass('TimeZone', {
  'static TimeZone getTimeZone(String id)': statics((id: string) => new ApexTimeZone(id)),
  'String getID()': method((self: ApexTimeZone) => self.id),
  'String getDisplayName()': method(displayName),
  'Integer getOffset(Datetime time)': method((self: ApexTimeZone, time: ApexDatetime) =>
    zoneOffset(self.id, time.time)
  ),
  'String toString()': method((self: ApexTimeZone) => self.id)
});

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)` */
function displayName({ id }: ApexTimeZone): string {
  const offsets = halves.map((time) => zoneOffset(id, time));
  const standard = halves[(offsets[0] ?? 0) <= (offsets[1] ?? 0) ? 0 : 1] ?? 0;
  const minutes = Math.abs(zoneOffset(id, standard) / 60_000);
  const sign = zoneOffset(id, standard) < 0 ? '-' : '+';
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0')
  );
  return `(GMT${sign}${digits.join(':')}) ${zoneName(id, standard, true)} (${id})`;
}
