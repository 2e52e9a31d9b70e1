import type { ApexDecimal } from '../runtime/index.ts';
import { ApexDouble, ApexException } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** A `Location`: a place on the earth, in degrees. */
export class ApexLocation {
  readonly $type = 'Location';
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  $toString(): string {
    return `Location[latitude=${this.latitude}, longitude=${this.longitude}]`;
  }

  $json(): readonly (readonly [string, unknown])[] {
    return [
      ['latitude', this.latitude],
      ['longitude', this.longitude]
    ];
  }

  $equals(other: unknown): boolean {
    if (!(other instanceof ApexLocation)) return false;
    return other.latitude === this.latitude && other.longitude === this.longitude;
  }
}

/** Kilometres and miles; the platform's `DISTANCE` takes the earth for a sphere. */
const radii: Readonly<Record<string, number>> = { km: 6371.0088, mi: 3958.7613 };

/**
 * How far two places are apart, by the haversine formula.
 * @param unit `km` or `mi`
 */
export function distanceBetween(from: ApexLocation, to: ApexLocation, unit: string): ApexDouble {
  const radius = radii[unit.toLowerCase()];
  if (radius === undefined) {
    const text = `Invalid distance unit: ${unit}. Valid units: mi, km`;
    throw new ApexException('System.IllegalArgumentException', text);
  }
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const sum = half(from.latitude, to.latitude) + across * half(from.longitude, to.longitude);
  return new ApexDouble(2 * radius * Math.asin(Math.sqrt(sum)));
}

const latitude = method((self: ApexLocation) => new ApexDouble(self.latitude));
const longitude = method((self: ApexLocation) => new ApexDouble(self.longitude));

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Location.htm */
export const locationType: NativeType = nativeClass('Location', {
  'static Location newInstance(Decimal latitude, Decimal longitude)': statics(
    (north: ApexDecimal, east: ApexDecimal) => new ApexLocation(north.toNumber(), east.toNumber())
  ),
  'static Double getDistance(Location first, Location second, String unit)':
    statics(distanceBetween),
  'Double getDistance(Location other, String unit)': method(distanceBetween),
  'Double getLatitude()': latitude,
  'Double getLongitude()': longitude,
  'Double latitude': latitude,
  'Double longitude': longitude
});
