/** How a state feels; a colour and never only a colour: the word stands beside it. */
export type Tone = 'good' | 'bad' | 'waiting' | 'active' | 'neutral';

/** States that end a process without success. */
const deadEnds =
  /\b(reject|declin|fail|error|lost|cancel|expired|terminated|withdrawn|inactive|ended|retired|replaced|not |unknown)/i;

/**
 * The first that fits counts, so that "Not accepted" is not good. The same colours as in the package's own screens
 * (`force-app/core/lwc/tones`): red needs somebody, grey is over.
 */
const words: readonly (readonly [RegExp, Tone])[] = [
  [/\b(action required|fail|error|conflict|dead letter|suspended)/i, 'bad'],
  [
    /\b(needs|pending acceptance|pending cancellation|invit|expiring|restricted|waiting)/i,
    'waiting'
  ],
  [deadEnds, 'neutral'],
  [
    /\b(accepted|approved|active|won|launched|complete|success|live|published|signed|renewed|sent)/i,
    'good'
  ],
  [
    /\b(pending|publishing|review|submitted|queued|sending|progress|open|created|limited)/i,
    'active'
  ]
];

/** The tone of a status word. */
export function toneOf(status: string): Tone {
  return words.find(([pattern]) => pattern.test(status))?.[1] ?? 'neutral';
}

/** Whether a state ends a process without success: it is no step on the way. */
export function isDeadEnd(status: string): boolean {
  return deadEnds.test(status);
}
