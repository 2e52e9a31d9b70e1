import { createHash } from 'node:crypto';

import type { Clock } from '../../shared/index.ts';
import { ApiError, invalid } from './errors.ts';
import type { Answer } from './operation.ts';

const day = 86_400_000;
const longestKey = 255;

/** What makes two writes the same. */
export interface Write {
  readonly key: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Outcome {
  readonly answer: Answer;
  readonly isReplay: boolean;
}

/** Remembers the answers of writes for a day, by their `Idempotency-Key`. */
export interface Idempotency {
  /**
   * Runs a write once. A failed write is not remembered: it did nothing, and may be tried again.
   *
   * @throws ApiError 409 when the key came before with another request
   */
  run(write: Write, handle: () => Answer): Outcome;
}

interface Stored {
  readonly fingerprint: string;
  readonly answer: Answer;
  readonly at: number;
}

export function createIdempotency(clock: Clock): Idempotency {
  const stored = new Map<string, Stored>();
  return {
    run: (write, handle) => {
      const { key } = write;
      if (key === undefined) return { answer: handle(), isReplay: false };
      checkKey(key);
      const fingerprint = fingerprintOf(write);
      const earlier = stored.get(key);
      const isFresh = earlier !== undefined && earlier.at > clock.now() - day;
      if (isFresh && earlier.fingerprint !== fingerprint) throw reused();
      if (isFresh) return { answer: earlier.answer, isReplay: true };
      const answer = handle();
      stored.set(key, { fingerprint, answer, at: clock.now() });
      return { answer, isReplay: false };
    }
  };
}

function checkKey(key: string): void {
  if (key.length > 0 && key.length <= longestKey) return;
  const message = `The header has between 1 and ${longestKey} characters.`;
  throw invalid({ field: 'Idempotency-Key', code: 'invalid', message });
}

function fingerprintOf({ method, path, body }: Write): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest('hex');
}

function reused(): ApiError {
  const message = 'This Idempotency-Key was used before with a different request.';
  return new ApiError('idempotency_conflict', message);
}
