import { ApexTime } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

const later = (milliseconds: number): NativeFunction =>
  method((self: ApexTime, count: number) => new ApexTime(self.milliseconds + count * milliseconds));

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_time.htm */
export const timeType: NativeType = nativeClass('Time', {
  'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)':
    statics((hour: number, minute: number, ...rest: [number, number]) =>
      ApexTime.of(hour, minute, rest)
    ),
  'Time addHours(Integer hours)': later(3_600_000),
  'Time addMinutes(Integer minutes)': later(60_000),
  'Time addSeconds(Integer seconds)': later(1000),
  'Time addMilliseconds(Integer milliseconds)': later(1),
  'Integer hour()': method((self: ApexTime) => self.hour),
  'Integer minute()': method((self: ApexTime) => self.minute),
  'Integer second()': method((self: ApexTime) => self.second),
  'Integer millisecond()': method((self: ApexTime) => self.millisecond)
});
