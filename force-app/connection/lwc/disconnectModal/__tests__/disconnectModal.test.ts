import { createElement } from 'lwc';
import DisconnectModal from 'c/disconnectModal';

jest.mock('lightning/modal', () => {
  const { LightningElement } = jest.requireActual<typeof import('lwc')>('lwc');
  return {
    __esModule: true,
    default: class extends LightningElement {
      close(result: unknown): void {
        this.dispatchEvent(new CustomEvent('closed', { detail: result }));
      }
    }
  };
});

function show(): HTMLElement {
  const element = createElement('c-disconnect-modal', { is: DisconnectModal });
  document.body.appendChild(element);
  return element;
}

describe('c-disconnect-modal', () => {
  afterEach(() => document.body.replaceChildren());

  it('should offer Disconnect and No', async () => {
    const element = show();

    const buttons = [...(element.shadowRoot?.querySelectorAll('lightning-button') ?? [])];

    expect(buttons.map((button) => Reflect.get(button, 'label'))).toEqual([
      'c.Disconnect_No',
      'c.Disconnect_Yes'
    ]);
    await expect(element).toBeAccessible();
  });

  it('should say which one was pressed', () => {
    const element = show();
    const closed = jest.fn();
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));

    for (const button of ['.no', '.yes']) {
      element.shadowRoot?.querySelector<HTMLElement>(button)?.click();
    }

    expect(closed.mock.calls).toEqual([[null], ['disconnect']]);
  });
});
