import { createElement } from 'lwc';
import { isAdmin } from 'c/adminAccess';
import Health from 'c/health';
import check from '@salesforce/apex/SetupController.check';
import readErrors from '@salesforce/apex/SetupController.latestErrors';

jest.mock('c/adminAccess', () => ({ isAdmin: jest.fn() }));
jest.mock('@salesforce/apex/SetupController.check', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupController.latestErrors', () => ({ default: jest.fn() }), {
  virtual: true
});

const admin = isAdmin as jest.Mock;
const mocks = { check: check as unknown as jest.Mock, errors: readErrors as unknown as jest.Mock };

async function show(): Promise<HTMLElement> {
  const element = createElement('c-health', { is: Health });
  document.body.appendChild(element);
  for (let i = 0; i < 12; i++) await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

const textOf = (element: HTMLElement, selector: string): (string | null)[] =>
  all(element, selector).map(({ textContent }) => textContent);

describe('c-health', () => {
  beforeEach(() => {
    admin.mockReset().mockReturnValue(true);
    mocks.check
      .mockReset()
      .mockImplementation(({ step }: { step: string }) =>
        Promise.resolve(
          step === 'issues'
            ? { state: 'todo', message: '2 records.', details: ['Buyers: 2'] }
            : { state: 'done', message: 'Fine.', details: [] }
        )
      );
    mocks.errors.mockReset().mockResolvedValue([]);
  });
  afterEach(() => document.body.replaceChildren());

  it('should show every part with its state and what was found', async () => {
    const element = await show();

    expect(all(element, '.row')).toHaveLength(8);
    expect(textOf(element, '.todo .word')).toEqual(['c.Health_State_Bad']);
    expect(textOf(element, '.details li')).toEqual(['Buyers: 2']);
    expect(textOf(element, '.summary')).toEqual(['c.Health_Bad']);
    expect(textOf(element, '.no-errors')).toEqual(['c.Health_No_Errors']);
    await expect(element).toBeAccessible();
  });

  it('should say that everything is well', async () => {
    mocks.check.mockResolvedValue({ state: 'done', message: 'Fine.', details: [] });

    expect(textOf(await show(), '.summary')).toEqual(['c.Health_Good']);
  });

  it('should show what went wrong lately', async () => {
    mocks.errors.mockResolvedValue([
      { id: 'e1', happenedAt: '2026-11-24T10:00:00Z', part: 'RUN-1', message: 'Clazar was away' }
    ]);
    const element = await show();

    expect(textOf(element, '.errors .wrap')).toEqual(['RUN-1', 'Clazar was away']);
    await expect(element).toBeAccessible();
  });

  it('should show which part could not be looked at', async () => {
    mocks.check.mockRejectedValue(new Error('No access.'));

    expect(all(await show(), 'c-error-panel')).toHaveLength(8);
  });

  it('should say when the errors cannot be read', async () => {
    mocks.errors.mockRejectedValue(new Error('No access.'));

    expect(all(await show(), 'c-error-panel')).toHaveLength(1);
  });

  it('should look again', async () => {
    const element = await show();

    all(element, '.check-all')[0]?.click();

    expect(mocks.check).toHaveBeenCalledTimes(16);
  });

  it('should look at nothing for who is no admin', async () => {
    admin.mockReturnValue(false);
    const element = await show();

    expect(all(element, '.no-access')).toHaveLength(1);
    expect(mocks.check).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
