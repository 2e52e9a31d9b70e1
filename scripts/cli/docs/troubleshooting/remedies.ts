import { readFileSync } from 'node:fs';

/** Why messages are shown, and what helps. */
export interface Remedy {
  /** Names of custom labels. */
  readonly labels: readonly string[];
  readonly cause: string;
  readonly fix: string;
}

/** Messages by where people meet them. */
export interface Chapter {
  readonly title: string;
  readonly remedies: readonly Remedy[];
}

interface Remedies {
  readonly chapters: readonly Chapter[];
  /** Labels of sentences that say that all is well, or what comes next. */
  readonly good: readonly string[];
}

const file = new URL('remedies.json', import.meta.url);

/** The explanations of all messages, by label. */
export function readRemedies(): Remedies {
  return JSON.parse(readFileSync(file, 'utf8')) as Remedies;
}
