import { fill } from 'c/text';
import otherCloud from '@salesforce/label/c.Map_Other_Cloud';
import noJson from '@salesforce/label/c.Map_No_Json';
import type { Column, Entry, Scope } from './types';

const version = 1;

/** The mappings that somebody made here, as a file's text. */
export function exported(scope: Scope, columns: readonly Column[]): string {
  const entries = columns.filter(({ isOwn }) => isOwn).map(({ entry }) => entry);
  return JSON.stringify({ clazarFieldMapping: version, ...scope, entries }, undefined, 2);
}

export interface Imported {
  readonly entries: readonly Entry[];
  /** What is wrong with the file. */
  readonly problem?: string;
}

/** The mappings in a file, or why it has none. */
export function imported(scope: Scope, text: string): Imported {
  const file = parsed(text);
  if (file?.clazarFieldMapping !== version || !Array.isArray(file.entries)) {
    return { entries: [], problem: noJson };
  }
  // Files from before offers could be mapped do not say what they are about.
  const { appliesTo = 'Co-Sell Opportunity', cloud } = file;
  if (cloud !== scope.cloud || appliesTo !== scope.appliesTo) {
    const other = [appliesTo, cloud].map(String).join(' · ');
    return { entries: [], problem: fill(otherCloud, other) };
  }
  const entries = file.entries.map(toEntry).filter((entry) => entry !== undefined);
  return entries.length === file.entries.length ? { entries } : { entries: [], problem: noJson };
}

interface MappingFile {
  readonly clazarFieldMapping?: unknown;
  readonly appliesTo?: unknown;
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
