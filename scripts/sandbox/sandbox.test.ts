import { manualClock, recordingLog, UserError } from '../shared/index.ts';
import type { Fault, Sandbox } from './index.ts';
import { createSandbox } from './index.ts';
import { logIn, testStart } from './testing/client.ts';

function aSandbox(options: { seededAt?: number; clock?: string } = {}): Sandbox {
  const { clock = testStart, ...rest } = options;
  return createSandbox({ clock: manualClock(clock), seed: 1, log: recordingLog(), ...rest });
}

/** Runs `work` against a sandbox that really listens, with `fault` for its first request. */
async function listening<T>(fault: Fault, work: (url: string) => Promise<T>): Promise<T> {
  const sandbox = aSandbox();
  sandbox.control.addFault(fault);
  const { url } = await sandbox.start({ port: 0 });
  return work(url).finally(() => sandbox.stop());
}

const answerOf = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/listings/`);
  return answer.text();
};

describe('a sandbox that listens', () => {
  test('should be reached on the loopback interface', async () => {
    const sandbox = aSandbox();

    const { url } = await sandbox.start({ port: 0 });
    const answer = await fetch(`${url}/listings/`);
    await sandbox.stop();

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(answer.status).toBe(401);
  });

  test.each(['before', 'after'] as const)('should drop a connection %s its work', async (when) => {
    await expect(listening({ kind: 'drop', when }, answerOf)).rejects.toThrow('fetch failed');
  });

  test('should do the work of a write whose answer is lost, once', async () => {
    const sandbox = aSandbox();
    const token = await logIn(sandbox);
    const { url } = await sandbox.start({ port: 0 });
    sandbox.control.addFault({ kind: 'drop', when: 'after', method: 'POST', path: '/contacts/' });
    const request = {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'one'
      },
      body: '{"email":"a@b.example","full_name":"A"}'
    };

    const lost = await fetch(`${url}/contacts/`, request).catch((cause: unknown) => cause);
    const found = await fetch(`${url}/contacts/`, request);
    await sandbox.stop();

    expect(lost).toMatchObject({ message: 'fetch failed' });
    expect(found.headers.get('idempotency-replayed')).toBe('true');
    expect(sandbox.control.requests().map(({ status }) => status)).toEqual([200, null, 201]);
  });

  test('should break off in the middle of a body', async () => {
    await expect(listening({ kind: 'halfBody' }, answerOf)).rejects.toThrow('terminated');
  });

  test('should answer late when told so', async () => {
    const text = await listening({ kind: 'delay', milliseconds: 1 }, answerOf);

    expect(text).toContain('not_authenticated');
  });

  test('should name a port that is in use, and say what to do', async () => {
    const [first, second] = [aSandbox(), aSandbox()];
    const { url } = await first.start({ port: 0 });
    const port = Number(new URL(url).port);

    const failure: unknown = await second.start({ port }).catch((cause: unknown) => cause);
    await Promise.all([first.stop(), second.stop()]);

    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).describe()).toContain(`Port ${port} is in use`);
    expect((failure as UserError).action).toContain('SANDBOX_PORT');
  });
});

describe('a sandbox that starts again', () => {
  test('should have lived through the time since its data began', () => {
    const seededAt = Date.parse(testStart);
    const first = aSandbox();
    first.control.advance(40 * 86_400_000);

    const again = aSandbox({ seededAt, clock: '2027-01-03T08:00:00Z' });

    expect(again.control.snapshot()).toEqual(first.control.snapshot());
  });
});
