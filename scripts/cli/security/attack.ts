import type { Seen, Victim } from './victim.ts';

/** Something that a hostile user tries. */
export interface Attack {
  /** What is tried, as a sentence without its subject: `reads another user's form draft by its id`. */
  readonly what: string;
  /** @returns what it got out of it: nothing, where the product withstands */
  attempt(victim: Victim): Promise<readonly string[]>;
}

/** Attacks of one kind. */
export interface Threat {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

/** What was won when a request should have been refused with one of these statuses. */
export function unlessRefused(seen: Seen, ...statuses: readonly number[]): string[] {
  return statuses.includes(seen.status) ? [] : [`${String(seen.status)} ${shorten(seen.text)}`];
}

/** What was won when a text should not be in an answer. */
export function ifShown(seen: Seen, text: string): string[] {
  return seen.text.includes(text) ? [shorten(seen.text)] : [];
}

function shorten(text: string): string {
  return text.slice(0, 300);
}
