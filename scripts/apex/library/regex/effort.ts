import { createContext, Script } from 'node:vm';
import { ApexException } from '../../runtime/index.ts';
import type { Translation } from './translate.ts';

/** Characters that a regular expression is applied to at most. */
const maximumText = 1_000_000;
/** Steps that surely end in well under a second. */
const harmless = 1e8;
/** Milliseconds after which a match is given up. */
const patience = 1500;

/**
 * Runs a match of `translation` over a text of `length` characters. A match that may take exponential or otherwise
 * unreasonable time runs under a watchdog.
 * @throws ApexException `System.LimitException: Regex too complicated`
 */
export function withinReason<T>(translation: Translation, length: number, match: () => T): T {
  if (length > maximumText) throw tooComplicated();
  if (!isDemanding(translation, length)) return match();
  return underWatchdog(match);
}

function isDemanding({ repetitions, nested }: Translation, length: number): boolean {
  if (nested) return length > 20;
  return (length + 1) ** (repetitions + 1) > harmless;
}

function underWatchdog<T>(match: () => T): T {
  const results: T[] = [];
  const context = createContext({ run: () => results.push(match()) });
  try {
    new Script('run()').runInContext(context, { timeout: patience });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  if (results.length === 0) throw tooComplicated();
  return results[0] as T;
}

function tooComplicated(): ApexException {
  return new ApexException('System.LimitException', 'Regex too complicated');
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
