import { threats } from './threats.ts';
import { aVictim } from './victim.ts';
import type { Victim } from './victim.ts';

let victim: Victim;

beforeAll(async () => {
  victim = await aVictim();
}, 120_000);

afterAll(async () => {
  await victim.close();
});

describe.each(threats)('$name', ({ attacks }) => {
  test.each(attacks)(
    'should get nothing for who $what',
    async ({ attempt }) => {
      expect(await attempt(victim)).toEqual([]);
    },
    120_000
  );
});
