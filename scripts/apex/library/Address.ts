import type { ApexContext } from '../platform/index.ts';
import { ApexDouble } from '../runtime/index.ts';
import { method } from './arguments.ts';
import { ApexLocation, distanceBetween } from './Location.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** What an address is made of. */
export interface AddressParts {
  readonly city?: string | null;
  readonly country?: string | null;
  readonly countryCode?: string | null;
  readonly geocodeAccuracy?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly postalCode?: string | null;
  readonly state?: string | null;
  readonly stateCode?: string | null;
  readonly street?: string | null;
}

/** An `Address`: a compound field's value, which is only read. */
export class ApexAddress {
  readonly $type = 'Address';
  readonly parts: AddressParts;

  constructor(parts: AddressParts) {
    this.parts = parts;
  }

  $toString(): string {
    const texts = Object.entries(this.parts).map(([name, value]) => `${name}=${String(value)}`);
    return `Address[${texts.join(', ')}]`;
  }

  $json(): readonly (readonly [string, unknown])[] {
    return Object.entries(this.parts);
  }

  $equals(other: unknown): boolean {
    return (
      other instanceof ApexAddress && JSON.stringify(other.parts) === JSON.stringify(this.parts)
    );
  }
}

type TextPart = Exclude<keyof AddressParts, 'latitude' | 'longitude'>;

const textParts: readonly TextPart[] = [
  ...(['city', 'country', 'countryCode', 'geocodeAccuracy'] as const),
  ...(['postalCode', 'state', 'stateCode', 'street'] as const)
];

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const texts = Object.fromEntries(
  textParts.flatMap((part) => {
    const read = method(({ parts }: ApexAddress) => parts[part] ?? null);
    return [
      [`String get${capital(part)}()`, read],
      [`String ${part}`, read]
    ];
  })
);

function degrees(part: 'latitude' | 'longitude') {
  return method(({ parts }: ApexAddress) => {
    const value = parts[part];
    return typeof value === 'number' ? new ApexDouble(value) : null;
  });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Address.htm */
export const addressType: NativeType = nativeClass('Address', {
  ...texts,
  'Double getLatitude()': degrees('latitude'),
  'Double getLongitude()': degrees('longitude'),
  'Double getDistance(Location other, String unit)': (
    _context: ApexContext,
    { parts: { latitude, longitude } }: ApexAddress,
    other: ApexLocation,
    unit: string
  ) => {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
    return distanceBetween(new ApexLocation(latitude, longitude), other, unit);
  }
});
