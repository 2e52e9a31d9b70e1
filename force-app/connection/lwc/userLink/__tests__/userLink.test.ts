import { createElement } from 'lwc';
import UserLink from 'c/userLink';
import readLink from '@salesforce/apex/ConnectionController.userLink';
import unlink from '@salesforce/apex/ConnectionController.unlinkUser';

jest.mock('@salesforce/apex/ConnectionController.userLink', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/ConnectionController.unlinkUser', () => ({ default: jest.fn() }), {
  virtual: true
});
const link = readLink as unknown as jest.Mock;
const end = unlink as unknown as jest.Mock;

const linked = {
  isLinked: true,
  email: 'rep@acme.example',
  linkedAt: '2026-11-20T10:00:00.000Z',
  settingsUrl: 'https://app.clazar.io/settings/profile'
};

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-user-link', { is: UserLink });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-user-link', () => {
  beforeEach(() => {
    link.mockReset().mockResolvedValue(linked);
    end.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => document.body.replaceChildren());

  it('should show the link with a green check mark', async () => {
    const element = await show();

    expect(find(element, '.linked')).not.toBeNull();
    expect(find(element, '.disconnect')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('should say what a link is for, and lead to Clazar', async () => {
    link.mockResolvedValue({ isLinked: false, settingsUrl: linked.settingsUrl });
    const element = await show();

    expect(find(element, '.connect')?.getAttribute('href')).toContain(linked.settingsUrl);
    await expect(element).toBeAccessible();
  });

  it('should end the link', async () => {
    const element = await show();
    link.mockResolvedValue({ isLinked: false, settingsUrl: linked.settingsUrl });

    find(element, '.disconnect')?.click();
    await settle();

    expect(end).toHaveBeenCalledTimes(1);
    expect(find(element, '.notice')?.textContent).toBe('c.Profile_Ended');
    expect(find(element, '.connect')).not.toBeNull();
  });

  it('should say when Clazar cannot be asked', async () => {
    link.mockResolvedValue({ ...linked, problem: 'No answer.' });

    expect(find(await show(), '.problem')).not.toBeNull();
  });

  it('should show what went wrong', async () => {
    link.mockRejectedValue(new Error('No access.'));

    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });
});
