import { createElement } from 'lwc';
import SupportBundle from 'c/supportBundle';
import readBundle from '@salesforce/apex/SupportBundleController.read';
import { download } from 'c/download';

jest.mock('@salesforce/apex/SupportBundleController.read', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/customPermission/Manage_Clazar', () => ({ default: true }), {
  virtual: true
});
jest.mock('c/download', () => ({ download: jest.fn() }), { virtual: true });

const read = readBundle as unknown as jest.Mock;

async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-support-bundle', { is: SupportBundle });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function press(element: HTMLElement): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();
  await settle();
}

describe('c-support-bundle', () => {
  beforeEach(() => {
    read.mockReset().mockResolvedValue('{"sync":{}}');
    (download as unknown as jest.Mock).mockReset();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('should save the bundle without what records say', async () => {
    const element = await show();

    await press(element);

    expect(read).toHaveBeenCalledWith({ hasContents: false });
    expect(download).toHaveBeenCalledWith({
      fileName: 'clazar-support.json',
      type: 'application/json',
      text: '{"sync":{}}'
    });
  });

  it('should include what records say where the admin ticks it', async () => {
    const element = await show();
    const box = element.shadowRoot?.querySelector('lightning-input');
    box?.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));

    await press(element);

    expect(read).toHaveBeenCalledWith({ hasContents: true });
  });

  it('should say what went wrong and save nothing', async () => {
    read.mockRejectedValue({ body: { message: 'No access' } });
    const element = await show();

    await press(element);

    expect(element.shadowRoot?.querySelector('c-error-panel')).not.toBeNull();
    expect(download).not.toHaveBeenCalled();
  });

  it('should be accessible', async () => {
    const element = await show();

    await expect(element).toBeAccessible();
  });
});
