import { findField } from '../modules/local/records.ts';
import type { FieldValue, UiRecord } from '../modules/local/records.ts';
import type { FieldInfo, ObjectInfo } from '../modules/local/uiTypes.ts';
import { formulaHtml } from './formulaHtml.ts';
import { withoutNamespace } from './names.ts';
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
  /** Address of a picture that stands for the text. */
  readonly image?: string;
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

interface Context {
  readonly info: ObjectInfo;
  readonly locale: Locale;
}

/**
 * A field of a record as text and link.
 * @param path a field, or a way to one like `Listing__r.Name`
 */
export function fieldText(record: UiRecord, path: string, context: Context): FieldText {
  const { info } = context;
  const field = fieldOf(info, path);
  if (field?.dataType === 'Reference') return referenceText(record, field);
  const found = findField(record, path) ?? blank;
  if (isBlank(found.value)) return { text: '' };
  if (field === undefined) return { text: found.displayValue ?? asText(found.value) };
  if (info.nameFields.includes(path)) {
    return { text: asText(found.value), href: recordUrl(record.apiName, record.id) };
  }
  return valueText(found, field, context.locale);
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueText(found: FieldValue, field: FieldInfo, locale: Locale): FieldText {
  if (field.dataType === 'Picklist') return picklistText(field, found);
  if (field.htmlFormatted === true && field.dataType === 'String') {
    return formulaHtml(String(found.value));
  }
  const format = formats[field.dataType] ?? plain;
  return format(found.value, locale, field);
}

function picklistText({ apiName }: FieldInfo, { displayValue, value }: FieldValue): FieldText {
  const text = displayValue ?? asText(value);
  return /^(Cloud_)?(Status|Stage)/.test(withoutNamespace(apiName))
    ? { text, tone: toneOf(text) }
    : { text };
}

/** Behind `Listing__r.Name` stands the lookup. */
function fieldOf({ fields }: ObjectInfo, path: string): FieldInfo | undefined {
  const [, relationship] = /^([^.]+)\.Name$/.exec(path) ?? [];
  if (relationship === undefined) return fields[path];
  return Object.values(fields).find((field) => field?.relationshipName === relationship);
}

const blank: FieldValue = { value: null, displayValue: null };

/** A lookup shows the other record's name and leads to it. */
function referenceText(record: UiRecord, field: FieldInfo): FieldText {
  const own = valueAt(record, field.apiName);
  const related = valueAt(record, field.relationshipName ?? '');
  const other = asRecord(related.value) ?? {
    id: own.value,
    apiName: firstTarget(field),
    fields: {}
  };
  if (typeof other.id !== 'string') return { text: '' };
  const text = nameOf(other.fields) ?? related.displayValue ?? own.displayValue ?? other.id;
  return { text, ...linkTo(other.id, other.apiName) };
}

function valueAt({ fields }: UiRecord, name: string): FieldValue {
  return fields[name] ?? blank;
}

function asRecord(value: unknown): UiRecord | undefined {
  return typeof value === 'object' && value !== null ? (value as UiRecord) : undefined;
}

function firstTarget({ referenceToInfos = [] }: FieldInfo): string | undefined {
  return referenceToInfos[0]?.apiName;
}

function linkTo(id: string, objectApiName: string | undefined): Pick<FieldText, 'href'> {
  return objectApiName === undefined ? {} : { href: recordUrl(objectApiName, id) };
}

function nameOf(fields: UiRecord['fields']): string | undefined {
  const name = fields.Name?.value;
  return typeof name === 'string' ? name : undefined;
}

export function recordUrl(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}
