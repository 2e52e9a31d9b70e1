import { createElement } from 'lwc';
import SyncNow from 'c/syncNow';
import readStatus from '@salesforce/apex/SyncController.status';
import startSync from '@salesforce/apex/SyncController.start';
import cancelSync from '@salesforce/apex/SyncController.cancel';

jest.mock('@salesforce/apex/SyncController.status', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.start', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.cancel', () => ({ default: jest.fn() }), {
  virtual: true
});

const read = readStatus as unknown as jest.Mock;
const start = startSync as unknown as jest.Mock;
const cancel = cancelSync as unknown as jest.Mock;

const idle = { isVisible: true, maySync: true, isActive: false };
const active = {
  ...idle,
  isActive: true,
  run: { status: 'Running', resource: 'Private_Offers', page: 2, saved: 100 }
};

async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-sync-now', { is: SyncNow });
  document.body.appendChild(element);
  await settle();
  return element;
}

function button(element: HTMLElement): HTMLElement | null | undefined {
  return element.shadowRoot?.querySelector('lightning-button');
}

describe('c-sync-now', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    read.mockReset().mockResolvedValue(idle);
    start.mockReset().mockResolvedValue(active);
    cancel.mockReset().mockResolvedValue(active);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('should start a sync and follow it until it ends', async () => {
    const element = await show();
    const heard = jest.fn();
    element.addEventListener('synced', heard);

    button(element)?.click();
    await settle();
    expect(element.shadowRoot?.querySelector('p')?.textContent).toBe('c.Sync_Progress');

    jest.advanceTimersByTime(2000);
    await settle();

    expect(start).toHaveBeenCalledWith({ isFull: false });
    expect(read).toHaveBeenCalledTimes(2);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('should stop asking when it leaves the page', async () => {
    read.mockResolvedValue(active);
    const element = await show();

    element.remove();
    jest.advanceTimersByTime(10000);
    await settle();

    expect(read).toHaveBeenCalledTimes(1);
  });

  it('should cancel a running sync', async () => {
    read.mockResolvedValue(active);
    const element = await show();

    button(element)?.click();
    await settle();

    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('should show no button to people who may not sync', async () => {
    read.mockResolvedValue({ ...idle, maySync: false });

    expect(button(await show())).toBeNull();
  });

  it('should show nothing to people who may not see syncs', async () => {
    read.mockResolvedValue({ isVisible: false, maySync: false, isActive: false });

    expect((await show()).shadowRoot?.querySelector('p')).toBeNull();
  });

  it('should say why a run failed', async () => {
    read.mockResolvedValue({
      ...idle,
      run: { status: 'Failed', message: 'No credentials.' }
    });

    const texts = [...((await show()).shadowRoot?.querySelectorAll('p') ?? [])];

    expect(texts.at(-1)?.textContent).toBe('No credentials.');
  });

  it('should show an error and ask again', async () => {
    read.mockRejectedValueOnce({ body: { message: 'Paused.' } });
    const element = await show();
    const panel = element.shadowRoot?.querySelector('c-error-panel');

    panel?.dispatchEvent(new CustomEvent('retry'));
    await settle();

    expect(panel).not.toBeNull();
    expect(button(element)).not.toBeNull();
  });

  it('should be accessible', async () => {
    const element = await show();
    jest.useRealTimers();

    await expect(element).toBeAccessible();
  });
});
