import { fill } from 'c/text';
import required from '@salesforce/label/c.Map_Required';
import sometimes from '@salesforce/label/c.Map_Sometimes';
import nothing from '@salesforce/label/c.Map_Nothing';
import own from '@salesforce/label/c.Map_Own';
import draftLabel from '@salesforce/label/c.Map_Draft';
import inboundOn from '@salesforce/label/c.Map_Inbound_On';
import inboundOff from '@salesforce/label/c.Map_Inbound_Off';
import fromCloud from '@salesforce/label/c.Map_From_Cloud';
import follows from '@salesforce/label/c.Map_Follows';
import empty from '@salesforce/label/c.Map_Empty';
import editLabel from '@salesforce/label/c.Map_Edit';
import opportunity from '@salesforce/label/c.Map_Opportunity';
import { kindText } from './kinds';
import type { Column, Entry, Preview, Problem, Row } from './types';

export interface RowState {
  readonly draft: Entry | undefined;
  readonly problems: readonly Problem[];
  readonly preview: Preview | undefined;
  /** Whether a record is tried: then what stays empty is shown as empty. */
  readonly isTried: boolean;
}

/** What the table shows of a field. */
export function toRow(column: Column, state: RowState): Row {
  const { draft } = state;
  const entry = entryOf(column, draft);
  const source = sourceText(entry.sourcePath);
  const otherwise = [entry.dateExpression, valueText(column, entry.defaultValue)].filter(isText);
  return {
    name: column.name,
    label: column.label,
    about: [kindText(column.kind), ...(column.isCloudOnly === true ? [fromCloud] : [])].join(' · '),
    ...needOf(column),
    source: wordsOf(column, source) || nothing,
    sourceClass: source === '' ? 'nothing' : '',
    change: changeOf(column, draft),
    otherwise,
    inbound: entry.isInbound === true ? inboundOn : inboundOff,
    ...previewOf(column, state),
    problems: state.problems.map(({ message }) => message),
    editLabel: fill(editLabel, column.label),
    isRequired: column.isRequired,
    isFilled: source !== '' || otherwise.length > 0 || column.isCloudOnly === true,
    isOwn: column.isOwn || draft !== undefined,
    isInbound: entry.isInbound === true
  };
}

function entryOf(column: Column, draft: Entry | undefined): Entry {
  return draft?.isReset === true ? column.packaged : (draft ?? column.entry);
}

/** What a person calls a value of the field's list. */
function valueText({ values, valueLabels }: Column, value: string | undefined): string | undefined {
  const index = value === undefined ? -1 : values.indexOf(value);
  return valueLabels?.[index] ?? value;
}

/** What only the cloud says is not filled, but followed. */
function wordsOf({ isCloudOnly }: Column, source: string): string {
  return isCloudOnly === true && source !== '' ? `${follows} ${source}` : source;
}

function needOf({ isRequired, isRequiredSometimes }: Column): { mark: string; need: string } {
  if (isRequired) return { mark: '*', need: required };
  return isRequiredSometimes ? { mark: '(*)', need: sometimes } : { mark: '', need: '' };
}

function changeOf({ isOwn }: Column, draft: Entry | undefined): string {
  if (draft !== undefined) return draftLabel;
  return isOwn ? own : '';
}

function previewOf(
  column: Column,
  { preview, isTried }: RowState
): {
  preview: string;
  previewClass: string;
  origin: string;
} {
  const value = valueText(column, preview?.value) ?? '';
  if (value !== '') return { preview: value, previewClass: '', origin: preview?.origin ?? '' };
  const isAwaited = isTried && column.isCloudOnly !== true;
  return { preview: isAwaited ? empty : '', previewClass: 'nothing', origin: '' };
}

/** Apex says null where nothing is. */
function isText(text: string | null | undefined): text is string {
  return (text ?? '') !== '';
}

/** `Account.Website` as people read it: `Opportunity › Account › Website`. */
export function sourceText(path: string | null | undefined): string {
  return isText(path) ? [opportunity, ...path.split('.')].join(' › ') : '';
}

const filters: Readonly<Record<string, (row: Row) => boolean>> = {
  required: ({ isRequired }) => isRequired,
  open: ({ isFilled }) => !isFilled,
  own: ({ isOwn }) => isOwn,
  inbound: ({ isInbound }) => isInbound
};

/** Whether a line is shown. What has a problem always is. */
export function isShown(row: Row, search: string, filter: string): boolean {
  if (row.problems.length > 0) return true;
  const words = search.trim().toLowerCase();
  const texts = [row.label, row.name, row.source, ...row.otherwise];
  const isFound = texts.some((text) => text.toLowerCase().includes(words));
  return isFound && (filters[filter]?.(row) ?? true);
}
