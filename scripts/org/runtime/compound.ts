import { ApexAddress, ApexLocation } from '../../apex/library/index.ts';
import type { CompoundValue } from '../soql/types.ts';

/** A compound field's value as Apex has it: an Address, or a Location where there are only coordinates. */
export function compoundInApex({ parts }: CompoundValue): ApexAddress | ApexLocation | null {
  if ('city' in parts) return new ApexAddress(parts);
  const { latitude, longitude } = parts;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return new ApexLocation(latitude, longitude);
}

export function isCompoundInApex(value: unknown): boolean {
  return value instanceof ApexAddress || value instanceof ApexLocation;
}
