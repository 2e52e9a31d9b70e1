import { ApexSObject } from '../../runtime/index.ts';

/** What `deepClone(preserveId, preserveReadonlyTimestamps, preserveAutonumber)` keeps; false when not given. */
type Flags = readonly (boolean | null | undefined)[];

const stamps = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];

/** A copy of a record for `deepClone`; anything else stays the same. */
export function deepCopy(value: unknown, [preserveId, preserveStamps]: Flags): unknown {
  if (!(value instanceof ApexSObject)) return value;
  const copy = value.copy({ keepId: preserveId === true, deep: false });
  if (preserveStamps !== true) copy.unset(stamps);
  return copy;
}
