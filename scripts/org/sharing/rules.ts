import type { FieldValue, Store } from '../store/types.ts';
import type { Circle } from './circle.ts';
import type { AccessLevel, SharingCondition } from './types.ts';

/** Users that a rule shares with. */
export type Grantee =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'role'; readonly id: string }
  /** Everybody in a role or below it. */
  | { readonly kind: 'branch'; readonly id: string };

/** A sharing rule: records that a condition picks are open to more users. */
export interface SharingRule {
  readonly level: 'Read' | 'Edit';
  readonly to: Grantee;
  /** SQL over the record's table, which it calls `{record}`. */
  readonly sql: string;
  readonly parameters: readonly FieldValue[];
}

function settingOf(object: string): string {
  return `sharingRules ${object}`;
}

/** Keeps the rules of an object (canonical name) beside the records; none, when the project has none any more. */
export function writeSharingRules(
  store: Store,
  object: string,
  rules: readonly SharingRule[]
): void {
  const text = JSON.stringify(rules);
  const before = store.getSetting(settingOf(object)) ?? '[]';
  if (before !== text) store.setSetting(settingOf(object), text);
}

const enough: Readonly<Record<AccessLevel, readonly SharingRule['level'][]>> = {
  read: ['Read', 'Edit'],
  edit: ['Edit'],
  delete: []
};

/** What the rules of an object open to a user; undefined when it is nothing. */
export function sharedByRules(
  store: Store,
  object: string,
  { circle, level }: { readonly circle: () => Circle; readonly level: AccessLevel }
): ((alias: string) => SharingCondition)[] {
  const text = store.getSetting(settingOf(object));
  if (text === undefined) return [];
  // Only `writeSharingRules` writes it.
  const rules = JSON.parse(text) as SharingRule[];
  return rules
    .filter((rule) => enough[level].includes(rule.level) && reaches(rule.to, circle()))
    .map((rule) => (alias) => ({
      sql: rule.sql.replaceAll('{record}', alias),
      parameters: rule.parameters
    }));
}

function reaches(to: Grantee, circle: Circle): boolean {
  switch (to.kind) {
    case 'everybody':
      return true;
    case 'group':
      return circle.grantees.includes(to.id);
    case 'role':
      return circle.roles.includes(to.id);
    case 'branch':
      return circle.branches.includes(to.id);
  }
}
