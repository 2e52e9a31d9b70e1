import type { Entry } from './types';

const blank: Required<Omit<Entry, 'targetField'>> = {
  sourcePath: '',
  defaultValue: '',
  dateExpression: '',
  valueMap: '',
  isInbound: false,
  isReset: false
};

/** Drafts as Apex takes them: with every property. */
export function complete(drafts: Readonly<Record<string, Entry>>): Required<Entry>[] {
  return Object.values(drafts).map((entry) => ({ ...blank, ...entry }));
}
