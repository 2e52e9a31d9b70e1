import { maskSecrets } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';

/** Levels in order of detail. */
export const logLevels = [
  'NONE',
  'ERROR',
  'WARN',
  'INFO',
  'DEBUG',
  'FINE',
  'FINER',
  'FINEST'
] as const;
export type LogLevel = (typeof logLevels)[number];

/** A debug log as the platform writes it: `12:00:00.0 (1234567)|USER_DEBUG|[3]|DEBUG|text`. */
export interface DebugLog {
  /** Adds an event with its fields; secrets are masked. */
  event(name: string, ...fields: readonly string[]): void;
  /** `System.debug` at an Apex line. */
  debug(level: LogLevel, line: number, text: string): void;
  /** Only what `System.debug` wrote. */
  readonly messages: readonly string[];
  /** The whole log. */
  text(): string;
}

const maximumLines = 20_000;

/**
 * A log for one transaction.
 * @param clock milliseconds; nanoseconds are derived from it
 */
export function createDebugLog(clock: Clock): DebugLog {
  const started = clock.now();
  const lines: string[] = [];
  const messages: string[] = [];
  const write = (fields: readonly string[]): void => {
    if (lines.length < maximumLines)
      lines.push(maskSecrets(`${stamp(clock.now(), started)}|${fields.join('|')}`));
  };
  return {
    event: (name, ...fields) => write([name, ...fields]),
    debug: (level, line, text) => {
      messages.push(maskSecrets(text));
      write(['USER_DEBUG', `[${line}]`, level, text]);
    },
    messages,
    text: () => `66.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO\n${lines.join('\n')}\n`
  };
}

function stamp(now: number, started: number): string {
  const time = new Date(now).toISOString().slice(11, 21);
  return `${time} (${(now - started) * 1_000_000 + 1})`;
}
