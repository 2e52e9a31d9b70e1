/** A field as `@salesforce/schema` gives it, or its name. */
export type FieldId = string | { readonly fieldApiName: string; readonly objectApiName?: string };

export type ObjectId = string | { readonly objectApiName: string };

export interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** A record as the UI API returns it. */
export interface UiRecord {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly recordTypeId?: string | null;
  readonly lastModifiedDate?: string | null;
}

/** `Object.Field`, as the UI API wants it. */
export function qualifiedName(field: FieldId): string {
  if (typeof field === 'string') return field;
  return field.objectApiName === undefined
    ? field.fieldApiName
    : `${field.objectApiName}.${field.fieldApiName}`;
}

export function objectName(object: ObjectId): string {
  return typeof object === 'string' ? object : object.objectApiName;
}

/** One or many, as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function isRecord(value: unknown): value is UiRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** Follows `Account.Owner.Name` from a record; undefined where the way ends. */
export function findField(record: UiRecord | undefined, path: string): FieldValue | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = record?.fields[first];
  if (rest.length === 0) return field;
  return isRecord(field?.value) ? findField(field.value, rest.join('.')) : undefined;
}
