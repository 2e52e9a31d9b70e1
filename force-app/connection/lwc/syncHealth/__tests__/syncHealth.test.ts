import { createElement } from 'lwc';
import SyncHealth from 'c/syncHealth';
import readRuns from '@salesforce/apex/SyncController.runs';
import readIssues from '@salesforce/apex/SyncController.issues';
import readSchedule from '@salesforce/apex/SyncController.schedule';
import setSchedule from '@salesforce/apex/SyncController.setSchedule';
import startSync from '@salesforce/apex/SyncController.start';
import retryIssues from '@salesforce/apex/SyncController.retry';
import retryAllIssues from '@salesforce/apex/SyncController.retryAll';

jest.mock('@salesforce/apex/SyncController.runs', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.issues', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.schedule', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.setSchedule', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.start', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.retryAll', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.cancel', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/SyncController.status',
  () => ({ default: jest.fn().mockResolvedValue({}) }),
  {
    virtual: true
  }
);

const mocks = {
  runs: readRuns as unknown as jest.Mock,
  issues: readIssues as unknown as jest.Mock,
  schedule: readSchedule as unknown as jest.Mock,
  setSchedule: setSchedule as unknown as jest.Mock,
  start: startSync as unknown as jest.Mock,
  retry: retryIssues as unknown as jest.Mock,
  retryAll: retryAllIssues as unknown as jest.Mock
};
const issues = [
  { id: 'a', resource: 'Buyers' },
  { id: 'b', resource: 'Listings' }
];

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-sync-health', { is: SyncHealth });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-sync-health', () => {
  beforeEach(() => {
    mocks.runs.mockReset().mockResolvedValue([{ id: 'r', name: 'RUN-1' }]);
    mocks.issues.mockReset().mockResolvedValue(issues);
    mocks.schedule.mockReset().mockResolvedValue(2);
    mocks.setSchedule.mockReset().mockResolvedValue(undefined);
    mocks.start.mockReset().mockResolvedValue({});
    mocks.retry.mockReset().mockResolvedValue(1);
    mocks.retryAll.mockReset().mockResolvedValue(1);
  });

  afterEach(() => document.body.replaceChildren());

  it('should show runs, issues and the schedule', async () => {
    const element = await show();

    expect(Reflect.get(find(element, '.runs') ?? {}, 'data')).toHaveLength(1);
    expect(Reflect.get(find(element, '.issues') ?? {}, 'data')).toHaveLength(2);
    expect(Reflect.get(find(element, 'lightning-combobox') ?? {}, 'value')).toBe('2');
  });

  it('should say so when there are neither runs nor issues', async () => {
    mocks.runs.mockResolvedValue([]);
    mocks.issues.mockResolvedValue([]);
    const element = await show();

    expect(find(element, '.no-runs')).not.toBeNull();
    expect(find(element, '.no-issues')).not.toBeNull();
  });

  it('should try all issues again and say how many are solved', async () => {
    const element = await show();

    find(element, '.retry-all')?.click();
    await settle();

    expect(mocks.retryAll).toHaveBeenCalledTimes(1);
    expect(find(element, 'p[role="status"]')?.textContent).toBe('c.Health_Solved');
  });

  it('should try only the selected issues again', async () => {
    const element = await show();
    const selectedRows = [{ id: 'b' }];
    find(element, '.issues')?.dispatchEvent(
      new CustomEvent('rowselection', { detail: { selectedRows } })
    );
    await settle();

    find(element, '.retry-selected')?.click();
    await settle();

    expect(mocks.retry).toHaveBeenCalledWith({ issueIds: ['b'] });
  });

  it('should change how often the sync runs', async () => {
    const element = await show();

    find(element, 'lightning-combobox')?.dispatchEvent(
      new CustomEvent('change', { detail: { value: '4' } })
    );
    await settle();

    expect(mocks.setSchedule).toHaveBeenCalledWith({ timesPerHour: 4 });
  });

  it('should start a full sync', async () => {
    const element = await show();

    find(element, '.full-sync')?.click();
    await settle();

    expect(mocks.start).toHaveBeenCalledWith({ isFull: true });
  });

  it('should show more and more while a sync runs', async () => {
    const element = await show();
    mocks.runs.mockResolvedValue([{ id: 'r', saved: 200 }]);
    mocks.issues.mockResolvedValue([]);

    find(element, 'c-sync-now')?.dispatchEvent(new CustomEvent('progress'));
    await settle();

    expect(Reflect.get(find(element, '.runs') ?? {}, 'data')).toEqual([{ id: 'r', saved: 200 }]);
    expect(find(element, '.no-issues')).not.toBeNull();
  });

  it('should show what went wrong', async () => {
    mocks.issues.mockRejectedValue({ body: { message: 'No access.' } });

    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
