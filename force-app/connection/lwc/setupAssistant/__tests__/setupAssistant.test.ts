import { createElement } from 'lwc';
import { isAdmin } from 'c/adminAccess';
import SetupAssistant from 'c/setupAssistant';
import check from '@salesforce/apex/SetupController.check';

jest.mock('@salesforce/apex/SetupController.check', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/SetupController.integrationUsers',
  () => ({ default: jest.fn().mockResolvedValue([]) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/ConnectionController.state',
  () => ({ default: jest.fn().mockResolvedValue({ settingsUrl: 'https://clazar' }) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/ConnectionController.disconnect', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/SyncController.status',
  () => ({ default: jest.fn().mockResolvedValue({}) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/SyncController.start', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.cancel', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('c/adminAccess', () => ({ isAdmin: jest.fn() }));

const admin = isAdmin as jest.Mock;
const checked = check as unknown as jest.Mock;

async function settle(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-setup-assistant', { is: SetupAssistant });
  document.body.appendChild(element);
  await settle();
  return element;
}

function all(element: HTMLElement, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

function steps(element: HTMLElement): { name: string; finding?: { state: string } }[] {
  return all(element, 'c-setup-step').map((step) => Reflect.get(step, 'step'));
}

describe('c-setup-assistant', () => {
  beforeEach(() => {
    admin.mockReset().mockReturnValue(true);
    checked
      .mockReset()
      .mockImplementation(({ step }: { step: string }) =>
        Promise.resolve({ state: step === 'sync' ? 'todo' : 'done', message: step, details: [] })
      );
  });

  afterEach(() => document.body.replaceChildren());

  it('should look at every step and count what is done', async () => {
    const element = await show();

    expect(checked).toHaveBeenCalledTimes(8);
    expect(Reflect.get(all(element, 'lightning-progress-bar')[0] ?? {}, 'value')).toBe(88);
    expect(steps(element).filter(({ finding }) => finding?.state === 'todo')).toHaveLength(1);
  });

  it('should look at one step again', async () => {
    const element = await show();
    checked.mockResolvedValue({ state: 'done', message: '', details: [] });

    const detail = { name: 'sync' };
    all(element, 'c-setup-step')[0]?.dispatchEvent(new CustomEvent('check', { detail }));
    await settle();

    expect(checked).toHaveBeenLastCalledWith({ step: 'sync' });
    expect(steps(element).every(({ finding }) => finding?.state === 'done')).toBe(true);
  });

  it('should look at all steps again', async () => {
    const element = await show();

    all(element, '.check-all')[0]?.click();
    await settle();

    expect(checked).toHaveBeenCalledTimes(16);
  });

  it('should keep the other steps when one cannot be looked at', async () => {
    checked.mockImplementation(({ step }: { step: string }) =>
      step === 'app'
        ? Promise.reject(new Error('No access.'))
        : Promise.resolve({ state: 'done', message: '', details: [] })
    );
    const element = await show();

    expect(steps(element).filter(({ finding }) => finding?.state === 'done')).toHaveLength(7);
  });

  it('should say whom to ask who is no admin, and look at nothing', async () => {
    admin.mockReturnValue(false);
    const element = await show();

    expect(all(element, '.no-access')).toHaveLength(1);
    expect(checked).not.toHaveBeenCalled();
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
