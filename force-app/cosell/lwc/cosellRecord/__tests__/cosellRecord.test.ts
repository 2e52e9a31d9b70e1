import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import CosellRecord from 'c/cosellRecord';
import readCard from '@salesforce/apex/CosellCardController.getCard';
import { navigate } from '../../../../../config/jest/lightning/navigation';

jest.mock('c/cosellAnswerModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/cosellFormModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('@salesforce/apex/CosellFormController.link', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellCardController.refresh', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellCardController.getRequests', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/OutboxController.retry', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/CosellCardController.getCard',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);

interface Adapter {
  emit(data: unknown): void;
}

async function show(data: unknown): Promise<HTMLElement> {
  const element = createElement('c-cosell-record', { is: CosellRecord });
  document.body.appendChild(Object.assign(element, { recordId: 'aST1' }));
  (readCard as unknown as Adapter).emit(data);
  await Promise.resolve();
  return element;
}

describe('c-cosell-record', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show the card of the record and read again after a change', async () => {
    const element = await show({ records: [{ id: 'aST1', name: 'Deal' }] });
    const card = element.shadowRoot?.querySelector('c-cosell-card');

    card?.dispatchEvent(new CustomEvent('changed'));

    expect(Reflect.get(card ?? {}, 'view')).toMatchObject({ id: 'aST1' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('should say that nothing is sent without a connection, and lead to it', async () => {
    const element = await show({ isLinked: false, records: [{ id: 'aST1', name: 'Deal' }] });
    const card = element.shadowRoot?.querySelector('c-cosell-card');

    element.shadowRoot?.querySelector<HTMLElement>('.connect')?.click();

    expect(Reflect.get(card ?? {}, 'isReadOnly')).toBe(true);
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'standard__navItemPage' })
    );
  });

  it('should say so when the record cannot be seen, and be accessible', async () => {
    const element = await show({ records: [] });

    expect(element.shadowRoot?.querySelector('c-data-frame')).toMatchObject({
      isEmpty: true,
      emptyText: 'c.Cosell_Gone'
    });
    await expect(element).toBeAccessible();
  });
});
