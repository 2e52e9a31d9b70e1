import { findField } from '../modules/local/records.ts';
import type { UiRecord } from '../modules/local/records.ts';
import type { FieldInfo, ObjectInfo } from '../modules/local/uiTypes.ts';
import { toneOf } from './tone.ts';
import type { Tone } from './tone.ts';

/** A value as a page shows it. */
export interface FieldText {
  readonly text: string;
  readonly href?: string;
  /** Opens elsewhere: a web page, a mail. */
  readonly isExternal?: boolean;
  readonly tone?: Tone;
  readonly isNumber?: boolean;
  readonly isLong?: boolean;
}

/** The settings of the user that decide how values read. */
export interface Locale {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

type Format = (value: unknown, locale: Locale, field: FieldInfo) => FieldText;

const plain: Format = (value) => ({ text: String(value) });

const number: Format = (value, { locale }, { scale = 0 }) => ({
  text: new Intl.NumberFormat(locale, { maximumFractionDigits: scale }).format(Number(value)),
  isNumber: true
});

const formats: Readonly<Record<string, Format>> = {
  Boolean: (value) => ({ text: value === true ? 'Yes' : 'No' }),
  Currency: (value, { locale, currency }) => ({
    text: new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(value)),
    isNumber: true
  }),
  Percent: (value, { locale }, { scale = 0 }) => ({
    text: new Intl.NumberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: scale
    }).format(Number(value) / 100),
    isNumber: true
  }),
  Double: number,
  Int: number,
  Date: (value, { locale }) => ({
    text: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(String(value))
    )
  }),
  DateTime: (value, { locale, timeZone }) => ({
    text: new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone
    }).format(new Date(String(value)))
  }),
  Url: (value) => ({ text: String(value), href: safeUrl(String(value)), isExternal: true }),
  Email: (value) => ({ text: String(value), href: `mailto:${String(value)}`, isExternal: true }),
  Phone: (value) => ({ text: String(value), href: `tel:${String(value)}`, isExternal: true }),
  MultiPicklist: (value) => ({ text: String(value).split(';').join(', ') }),
  TextArea: (value) => ({ text: String(value), isLong: true })
};

/** A link leads to the web or nowhere: `javascript:` and the like are shown as text only. */
function safeUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url.replace(/^[a-z]+:/i, '')}`;
}

/**
 * A field of a record as text and link.
 * @param path a field, or a way to one like `Listing__r.Name`
 */
export function fieldText(
  record: UiRecord,
  path: string,
  { info, locale }: { readonly info: ObjectInfo; readonly locale: Locale }
): FieldText {
  const name = path.endsWith('.Name') ? referenceField(info, path.slice(0, -5)) : undefined;
  const field = info.fields[name ?? path];
  if (field?.dataType === 'Reference') return referenceText(record, field);
  const value = findField(record, path);
  if (value?.value === null || value?.value === undefined || value.value === '')
    return { text: '' };
  if (field !== undefined && info.nameFields.includes(path)) {
    return { text: String(value.value), href: recordUrl(record.apiName, record.id) };
  }
  if (field?.dataType === 'Picklist') return picklistText(field, value);
  const format = field === undefined ? plain : (formats[field.dataType] ?? plain);
  return field === undefined
    ? { text: value.displayValue ?? String(value.value) }
    : format(value.value, locale, field);
}

function picklistText(
  { apiName }: FieldInfo,
  { displayValue, value }: { readonly displayValue: string | null; readonly value: unknown }
): FieldText {
  const text = displayValue ?? String(value);
  return /^(Cloud_)?(Status|Stage)/.test(apiName) ? { text, tone: toneOf(text) } : { text };
}

function referenceField({ fields }: ObjectInfo, relationship: string): string | undefined {
  return Object.values(fields).find((field) => field?.relationshipName === relationship)?.apiName;
}

/** A lookup shows the other record's name and leads to it. */
function referenceText(record: UiRecord, field: FieldInfo): FieldText {
  const related = record.fields[field.relationshipName ?? ''];
  const other = related?.value as UiRecord | null | undefined;
  const id = other?.id ?? record.fields[field.apiName]?.value;
  if (typeof id !== 'string') return { text: '' };
  const text = nameOf(other) ?? related?.displayValue ?? record.fields[field.apiName]?.displayValue;
  const object = other?.apiName ?? field.referenceToInfos?.[0]?.apiName;
  if (object === undefined) return { text: text ?? id };
  return { text: text ?? id, href: recordUrl(object, id) };
}

function nameOf(record: UiRecord | null | undefined): string | undefined {
  const name = record?.fields['Name']?.value;
  return typeof name === 'string' ? name : undefined;
}

export function recordUrl(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}
