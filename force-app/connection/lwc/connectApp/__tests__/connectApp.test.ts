import { createElement } from 'lwc';
import ConnectApp from 'c/connectApp';
import DisconnectModal from 'c/disconnectModal';
import readState from '@salesforce/apex/ConnectionController.state';
import disconnect from '@salesforce/apex/ConnectionController.disconnect';
import { connectUrl } from '../connectUrl';

jest.mock('@salesforce/apex/ConnectionController.state', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/ConnectionController.disconnect', () => ({ default: jest.fn() }), {
  virtual: true
});
const state = readState as unknown as jest.Mock;
const end = disconnect as unknown as jest.Mock;
const open = DisconnectModal.open as jest.Mock;

const connected = {
  isConnected: true,
  isCertain: true,
  username: 'i@acme.example',
  organizationType: 'Sandbox',
  connectedAt: '2026-11-20T10:00:00.000Z',
  settingsUrl: 'https://app.clazar.io/settings/apps/salesforce'
};

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-connect-app', { is: ConnectApp });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-connect-app', () => {
  beforeEach(() => {
    state.mockReset().mockResolvedValue(connected);
    end.mockReset().mockResolvedValue(undefined);
    open.mockReset();
  });
  afterEach(() => document.body.replaceChildren());

  it('should show who is connected, to what kind of org, since when', async () => {
    const element = await show();

    expect(find(element, '.username')?.textContent).toBe('i@acme.example');
    expect(find(element, '.type')?.textContent).toBe('Sandbox');
    expect(find(element, '.connected lightning-icon')).not.toBeNull();
    expect(find(element, '.connect')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('should lead to Clazar with this org and the way back', async () => {
    state.mockResolvedValue({ ...connected, isConnected: false });
    const element = await show();

    const url = new URL(find(element, '.connect')?.getAttribute('href') ?? '');

    expect(url.searchParams.get('instance_url')).toBe(location.origin);
    expect(url.searchParams.get('return_to')).toBe(location.href);
    await expect(element).toBeAccessible();
  });

  it('should warn that another org would lose its mappings', async () => {
    state.mockResolvedValue({ ...connected, isConnected: false, otherOrg: 'https://other' });

    expect(find(await show(), '.warning')).not.toBeNull();
  });

  it('should keep the query of Clazar’s address apart', () => {
    const here = {
      origin: 'https://a.lightning.force.com',
      href: 'https://a.lightning.force.com/x?y=1'
    };

    expect(connectUrl('https://clazar/s', here)).toBe(
      'https://clazar/s?instance_url=https%3A%2F%2Fa.lightning.force.com&return_to=https%3A%2F%2Fa.lightning.force.com%2Fx%3Fy%3D1'
    );
  });

  it('should ask before it disconnects, and do nothing on No', async () => {
    open.mockResolvedValue(undefined);
    const element = await show();

    find(element, '.disconnect')?.click();
    await settle();

    expect(open).toHaveBeenCalledTimes(1);
    expect(end).not.toHaveBeenCalled();
  });

  it('should disconnect, and say that the package stays installed', async () => {
    open.mockResolvedValue('disconnect');
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    state.mockResolvedValue({ ...connected, isConnected: false });

    find(element, '.disconnect')?.click();
    await settle();

    expect(end).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find(element, '.notice')?.textContent).toBe('c.Connect_Disconnected');
    expect(find(element, '.connect')).not.toBeNull();
  });

  it('should say that it shows what was known last', async () => {
    state.mockResolvedValue({ ...connected, isCertain: false, message: 'No answer.' });

    expect(find(await show(), '.uncertain')).not.toBeNull();
  });

  it('should show what went wrong', async () => {
    state.mockRejectedValue(new Error('No access.'));

    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });
});
