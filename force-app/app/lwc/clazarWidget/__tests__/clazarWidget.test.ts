import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import ClazarWidget from 'c/clazarWidget';
import CosellFormModal from 'c/cosellFormModal';
import OfferFormModal from 'c/offerFormModal';
import readCard from '@salesforce/apex/CosellCardController.getCard';
import readWidget from '@salesforce/apex/WidgetController.read';

jest.mock('c/cosellFormModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/cosellAnswerModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/offerFormModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
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
jest.mock(
  '@salesforce/apex/CosellCardController.getCard',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/WidgetController.read',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);

interface Adapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

const widgetAdapter = readWidget as unknown as Adapter;
const cardAdapter = readCard as unknown as Adapter;
const openForm = CosellFormModal.open as unknown as jest.Mock;
const openOffer = OfferFormModal.open as unknown as jest.Mock;
const widget = {
  isLinked: true,
  seesCosell: true,
  seesOffers: true,
  seesContracts: true,
  mayCreateOffers: true,
  syncedAt: new Date().toISOString(),
  offers: [{ id: 'a01', name: 'Offer', status: 'Accepted' }],
  contracts: []
};
const card = {
  records: [{ id: 'aST1', name: 'Deal', nextStep: 'correct', cloud: 'GCP', isOpen: true }],
  creating: [],
  starts: [
    { cloud: 'AWS', isAllowed: false, reason: 'There is one already.' },
    { cloud: 'Azure', isAllowed: true, reason: null }
  ]
};

async function show(
  given: unknown = widget,
  givenCard: unknown = card,
  objectApiName = 'Opportunity'
): Promise<HTMLElement> {
  const element = createElement('c-clazar-widget', { is: ClazarWidget });
  document.body.appendChild(Object.assign(element, { recordId: '006', objectApiName }));
  if (given !== undefined) widgetAdapter.emit(given);
  if (givenCard !== undefined) cardAdapter.emit(givenCard);
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const tabs = (element: HTMLElement): unknown[] =>
  (Reflect.get(all(element, 'c-tab-bar')[0] ?? {}, 'tabs') as { label: string }[]).map(
    ({ label }) => label
  );

async function choose(element: HTMLElement, value: string): Promise<void> {
  all(element, 'c-tab-bar')[0]?.dispatchEvent(new CustomEvent('select', { detail: { value } }));
  await Promise.resolve();
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
}

describe('c-clazar-widget', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    openForm.mockReset();
    openOffer.mockReset();
  });

  afterEach(() => document.body.replaceChildren());

  it('should say in one glance what there is and whether it needs one', async () => {
    const element = await show();

    expect(tabs(element)).toEqual([
      'c.Widget_Cosell (1)',
      'c.List_Offers (1)',
      'c.List_Contracts',
      'c.Widget_Insights'
    ]);
    expect(all(element, '.needs')).toHaveLength(1);
  });

  it('should offer to start co-sell with each cloud, or say why not', async () => {
    openForm.mockResolvedValue({ message: 'Created.' });
    const element = await show();

    expect(all(element, '.start')[0]?.textContent).toContain('There is one already.');
    await press(element, '.create');

    expect(openForm.mock.lastCall).toMatchObject([
      { action: 'create', cloud: 'Azure', recordId: '006' }
    ]);
    expect(refreshApex).toHaveBeenCalledTimes(2);
  });

  it('should not offer a second co-sell with a cloud whose open one is shown', async () => {
    const records = [{ id: 'aST1', name: 'Deal', cloud: 'AWS', isOpen: true }];

    const element = await show(widget, { ...card, records });

    expect(all(element, '.start')).toHaveLength(1);
    expect(all(element, '.start')[0]?.textContent).not.toContain('There is one already.');
  });

  it('should read again after something was sent, and not after a form was closed', async () => {
    const element = await show();

    await press(element, '.create');
    expect(refreshApex).not.toHaveBeenCalled();
    all(element, 'c-cosell-card')[0]?.dispatchEvent(new CustomEvent('changed'));
    expect(refreshApex).toHaveBeenCalledTimes(2);
  });

  it('should create a private offer', async () => {
    openOffer.mockResolvedValue({ message: 'Sent.' });
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);

    await choose(element, 'offers');
    await press(element, '.create-offer');

    expect(openOffer.mock.lastCall).toMatchObject([{ recordId: '006' }]);
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('should only read for someone who is not connected to Clazar, and say how to connect', async () => {
    const element = await show({ ...widget, isLinked: false });

    expect(all(element, '.unlinked')[0]?.textContent).toContain('c.Widget_Not_Linked');
    expect(all(element, '.create, .create-offer')).toHaveLength(0);
    expect(Reflect.get(all(element, 'c-cosell-card')[0] ?? {}, 'isReadOnly')).toBe(true);
    await choose(element, 'offers');
    expect(all(element, '.create-offer')).toHaveLength(0);
  });

  it('should say since when it is stale', async () => {
    const element = await show({ ...widget, syncedAt: '2020-01-01T00:00:00.000Z' });

    expect(all(element, '.stale')).toHaveLength(1);
    expect(all(await show(), '.stale')).toHaveLength(0);
  });

  it('should say whom to ask when one may see nothing', async () => {
    const nothing = { seesCosell: false, seesOffers: false, seesContracts: false };
    const element = await show({ ...widget, ...nothing }, undefined);

    expect(all(element, '.forbidden')[0]?.textContent).toBe('c.Home_No_Access');
  });

  it('should show offers to someone who may not see co-sell', async () => {
    const element = await show({ ...widget, seesCosell: false }, undefined);

    expect(tabs(element)).toEqual(['c.List_Offers (1)', 'c.List_Contracts', 'c.Widget_Insights']);
  });

  it('should not start co-sell from an Account', async () => {
    const element = await show(widget, { records: [], creating: [], starts: [] }, 'Account');

    expect(all(element, '.empty')[0]?.textContent).toBe('c.Widget_Account_Empty');
  });

  it('should show an error and read again when asked', async () => {
    const element = await show(undefined, undefined);
    widgetAdapter.error({ message: 'Broken.' });
    await Promise.resolve();

    all(element, 'c-error-panel')[0]?.dispatchEvent(new CustomEvent('retry'));

    expect(refreshApex).toHaveBeenCalled();
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
