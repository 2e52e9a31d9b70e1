/** How a state feels; a colour and never only a colour: the word stands beside it. */
export type Tone = 'good' | 'bad' | 'waiting' | 'active' | 'neutral';

/** The first that fits counts, so that "Not accepted" is not good. */
const words: readonly (readonly [RegExp, Tone])[] = [
  [/\b(action required|needs|pending acceptance|invitation|expiring|suspended)/i, 'waiting'],
  [/\b(reject|declin|fail|error|lost|cancel|expired|terminated|withdrawn|inactive|not )/i, 'bad'],
  [/\b(accepted|approved|active|won|launched|complete|success|live|published|signed)/i, 'good'],
  [/\b(pending|draft|review|submitted|sent|queued|waiting|progress|open|created)/i, 'active']
];

/** The tone of a status word. */
export function toneOf(status: string): Tone {
  return words.find(([pattern]) => pattern.test(status))?.[1] ?? 'neutral';
}

/** Whether a state ends a process without success: it is no step on the way. */
export function isDeadEnd(status: string): boolean {
  return toneOf(status) === 'bad' || /unknown/i.test(status);
}
