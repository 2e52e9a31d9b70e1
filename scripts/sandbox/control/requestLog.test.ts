import { recordingLog, systemClock } from '../../shared/index.ts';
import { createSandbox } from '../sandbox.ts';

const sandbox = () =>
  createSandbox({ clock: systemClock, seed: 1, log: recordingLog(), control: true });

async function requestIdFor(correlationId: string) {
  const here = sandbox();
  const answer = await here.app.inject({
    url: '/listings/',
    headers: { 'x-correlation-id': correlationId }
  });
  return {
    answered: answer.headers['x-request-id'],
    logged: here.control.requests()[0]?.requestId
  };
}

test('should answer and log the id that the caller gave its piece of work', async () => {
  expect(await requestIdFor('5f1c-work')).toEqual({ answered: '5f1c-work', logged: '5f1c-work' });
});

test.each(['', 'two words', '<script>', 'x'.repeat(101)])(
  'should give an id of its own instead of %p',
  async (given) => {
    expect(await requestIdFor(given)).toEqual({ answered: 'sandbox-1', logged: 'sandbox-1' });
  }
);
