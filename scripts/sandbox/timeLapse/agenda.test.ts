import fc from 'fast-check';

import type { Event } from './agenda.ts';
import { createAgenda } from './agenda.ts';

function drain(events: readonly Event[], now: number): Event[] {
  const agenda = createAgenda();
  events.forEach(agenda.schedule);
  const taken: Event[] = [];
  for (let next = agenda.takeDue(now); next; next = agenda.takeDue(now)) taken.push(next);
  return taken;
}

describe('an agenda', () => {
  test('should give what is due in order of time, whatever the order it was scheduled in', () => {
    const times = fc.array(fc.nat(1000));
    fc.assert(
      fc.property(times, fc.nat(1000), (moments, now) => {
        const events = moments.map((at, id): Event => ({
          at,
          id: String(id),
          kind: 'endContract'
        }));

        const taken = drain(events, now).map(({ at }) => at);

        expect(taken).toEqual(moments.filter((at) => at <= now).sort((a, b) => a - b));
      })
    );
  });
});
