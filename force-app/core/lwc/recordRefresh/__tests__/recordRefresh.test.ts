import { createElement } from 'lwc';
import RecordRefresh from 'c/recordRefresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import readStatus from '@salesforce/apex/SyncController.status';
import refreshRecord from '@salesforce/apex/SyncController.refresh';

jest.mock('@salesforce/apex/SyncController.status', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.refresh', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn() }), {
  virtual: true
});

const status = readStatus as unknown as jest.Mock;
const refresh = refreshRecord as unknown as jest.Mock;
const notify = notifyRecordUpdateAvailable as unknown as jest.Mock;

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-record-refresh', { is: RecordRefresh }), {
    recordId: 'a01'
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-record-refresh', () => {
  beforeEach(() => {
    status.mockReset().mockResolvedValue({ maySync: true });
    refresh.mockReset().mockResolvedValue(undefined);
    notify.mockReset().mockResolvedValue(undefined);
  });

  afterEach(() => document.body.replaceChildren());

  it('should bring the record and tell the page', async () => {
    const element = await show();

    find(element, 'lightning-button')?.click();
    await settle();

    expect(refresh).toHaveBeenCalledWith({ recordId: 'a01' });
    expect(notify).toHaveBeenCalledWith([{ recordId: 'a01' }]);
    expect(find(element, 'p')?.textContent).toBe('c.Refresh_Record_Done');
  });

  it('should show what went wrong', async () => {
    refresh.mockRejectedValue({ body: { message: 'Clazar is away.' } });
    const element = await show();

    find(element, 'lightning-button')?.click();
    await settle();

    expect(find(element, 'c-error-panel')).not.toBeNull();
    expect(notify).not.toHaveBeenCalled();
  });

  it.each([
    ['whoever may not sync', { maySync: false }],
    ['whoever may not see the sync', new Error('No access')]
  ])('should offer nothing to %s', async (_, answer) => {
    if (answer instanceof Error) status.mockRejectedValue(answer);
    else status.mockResolvedValue(answer);

    expect(find(await show(), 'lightning-button')).toBeNull();
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
