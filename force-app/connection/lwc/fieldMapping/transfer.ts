import { fill } from 'c/text';
import otherCloud from '@salesforce/label/c.Map_Other_Cloud';
import noJson from '@salesforce/label/c.Map_No_Json';
import type { Column, Entry } from './types';

const version = 1;

/** The mappings of a cloud that somebody made here, as a file's text. */
export function exported(cloud: string, columns: readonly Column[]): string {
  const entries = columns.filter(({ isOwn }) => isOwn).map(({ entry }) => entry);
  return JSON.stringify({ clazarFieldMapping: version, cloud, entries }, undefined, 2);
}

export interface Imported {
  readonly entries: readonly Entry[];
  /** What is wrong with the file. */
  readonly problem?: string;
}

/** The mappings in a file, or why it has none. */
export function imported(cloud: string, text: string): Imported {
  const file = parsed(text);
  if (file?.clazarFieldMapping !== version || !Array.isArray(file.entries)) {
    return { entries: [], problem: noJson };
  }
  if (file.cloud !== cloud) return { entries: [], problem: fill(otherCloud, String(file.cloud)) };
  const entries = file.entries.map(toEntry).filter((entry) => entry !== undefined);
  return entries.length === file.entries.length ? { entries } : { entries: [], problem: noJson };
}

interface MappingFile {
  readonly clazarFieldMapping?: unknown;
  readonly cloud?: unknown;
  readonly entries?: unknown;
}

function parsed(text: string): MappingFile | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const texts = ['sourcePath', 'defaultValue', 'dateExpression', 'valueMap'] as const;

/** Only what a mapping has: a file may hold anything. */
function toEntry(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const { targetField, isInbound } = given;
  if (typeof targetField !== 'string' || targetField === '') return undefined;
  const known = texts.filter((name) => typeof given[name] === 'string');
  return {
    targetField,
    ...Object.fromEntries(known.map((name) => [name, given[name]])),
    isInbound: isInbound === true
  };
}
