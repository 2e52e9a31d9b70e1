import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, recordingLog } from '../../shared/index.ts';
import { openScratchHub } from './scratchHub.ts';
import type { ScratchHub } from './scratchHub.ts';
import { readScratchRequest } from './scratchPlan.ts';

const clock = manualClock('2026-11-24T10:00:00Z');
let folder: string;
let served: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  served = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Promise<ScratchHub> =>
  openScratchHub({
    dataFolder: folder,
    clock,
    log: recordingLog(),
    serve: (plan, port) => {
      served.push(`${plan.signupUsername} at ${String(port)}`);
      return Promise.resolve({
        port: 4711,
        issueCode: () => Promise.resolve('code'),
        close: () => Promise.resolve()
      });
    }
  });
const request = readScratchRequest({
  Edition: 'Developer',
  Username: 'ANN@example.com',
  DurationDays: 2
});

describe('a hub', () => {
  test('should serve an org where it was when it starts again', async () => {
    const { id } = await (await open()).create('005', request);
    const again = await open();

    expect(again.list()).toMatchObject([{ id, status: 'Active', expirationDate: '2026-11-26' }]);
    expect(served).toEqual(['ann@example.com at 0', 'ann@example.com at 4711']);
  });

  test('should delete an org once, and when its days are over', async () => {
    const hub = await open();
    const first = await hub.create('005', request);
    const removals = [await hub.remove(first.id), await hub.remove(first.id)];
    await hub.create('005', request);
    clock.advance(3 * 24 * 60 * 60 * 1000);
    const later = await open();

    expect(removals).toEqual([true, false]);
    expect(later.list().map(({ status }) => status)).toEqual(['Deleted', 'Deleted']);
  });
});

test.each([
  ['nothing', undefined, 'REQUIRED_FIELD_MISSING'],
  ['no edition', {}, 'REQUIRED_FIELD_MISSING'],
  ['too many days', { Edition: 'Developer', DurationDays: 31 }, 'INVALID_INPUT'],
  ['days that are no number', { Edition: 'Developer', DurationDays: 'x' }, 'INVALID_INPUT'],
  ['a namespace that leads outside', { Edition: 'Developer', Namespace: '../x' }, 'INVALID_INPUT'],
  ['a snapshot', { Edition: 'Developer', Snapshot: 's' }, 'INVALID_INPUT']
])('should refuse a scratch org with %s', (_, body, errorCode) => {
  expect(() => readScratchRequest(body)).toThrow(errorCode);
});
