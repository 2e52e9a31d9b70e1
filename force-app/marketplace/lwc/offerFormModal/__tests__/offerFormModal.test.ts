import { createElement } from 'lwc';
import OfferFormModal from 'c/offerFormModal';
import readStatus from '@salesforce/apex/PrivateOfferController.getStatus';

jest.mock('@salesforce/apex/PrivateOfferController.getForm', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/PrivateOfferController.getAlerts', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/PrivateOfferController.check', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/PrivateOfferController.create', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/PrivateOfferController.saveDraft', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/PrivateOfferController.getStatus', () => ({ default: jest.fn() }), {
  virtual: true
});

const status = readStatus as unknown as jest.Mock;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-offer-form-modal', {
    is: OfferFormModal as never
  }) as unknown as HTMLElement;
  document.body.appendChild(Object.assign(element, { recordId: '006' }));
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

async function send(element: HTMLElement): Promise<void> {
  find(element, 'c-offer-form')?.dispatchEvent(
    new CustomEvent('sent', { detail: { answer: { requestId: 'r1', message: 'Sent.' } } })
  );
  await settle();
}

describe('c-offer-form-modal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    status.mockReset();
    Object.assign(globalThis.crypto, { randomUUID: () => 'key' });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('should follow the offer until it is live, and then give its address', async () => {
    status.mockResolvedValueOnce({ state: 'publishing', message: 'AWS publishes it.' });
    status.mockResolvedValueOnce({ state: 'live', offerUrl: 'https://aws.example/offer' });
    const element = await show();

    await send(element);
    expect(find(element, 'h2')?.textContent).toBe('c.Offer_Form_Publishing');
    expect(find(element, '.url')).toBeNull();
    jest.runOnlyPendingTimers();
    await settle();

    expect(find(element, 'h2')?.textContent).toBe('c.Offer_Form_Live');
    expect(Reflect.get(find(element, '.url') ?? {}, 'value')).toBe('https://aws.example/offer');
    expect(status).toHaveBeenCalledTimes(2);
  });

  it('should stop asking when it is closed', async () => {
    status.mockResolvedValue({ state: 'publishing' });
    const element = await show();
    await send(element);

    element.remove();
    jest.runOnlyPendingTimers();

    expect(status).toHaveBeenCalledTimes(1);
  });

  it('should say so when Clazar cannot be asked', async () => {
    status.mockRejectedValue({ body: { message: 'Clazar did not answer.' } });
    const element = await show();

    await send(element);

    expect(find(element, 'c-error-panel')).not.toBeNull();
  });

  it('should be accessible', async () => {
    jest.useRealTimers();
    status.mockResolvedValue({ state: 'failed', message: 'Refused.' });
    const element = await show();
    await send(element);

    await expect(element).toBeAccessible();
  });
});
