import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import OfferOverview from 'c/offerOverview';
import readOverview from '@salesforce/apex/OfferOverviewController.overview';

interface Adapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/OfferOverviewController.overview',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);

const adapter = readOverview as unknown as Adapter;
const slices = [
  { cloud: 'AWS', status: 'Pending Acceptance', currencyCode: 'USD', offers: 2, amount: 1000 },
  { cloud: 'AWS', status: 'Pending Acceptance', currencyCode: 'EUR', offers: 1, amount: 500 },
  { cloud: 'Azure', status: 'Accepted', currencyCode: 'USD', offers: 4, amount: 2000 },
  { cloud: 'Azure', status: 'Accepted', currencyCode: null, offers: 0, amount: null },
  { cloud: 'GCP', status: 'Unknown', offers: 1 }
];

async function show(emit: () => void = () => undefined): Promise<HTMLElement> {
  const element = createElement('c-offer-overview', { is: OfferOverview });
  document.body.appendChild(element);
  emit();
  await Promise.resolve();
  return element;
}

const frameOf = (element: HTMLElement): Element | null | undefined =>
  element.shadowRoot?.querySelector('c-data-frame');

const withOffers = (): void => adapter.emit({ isVisible: true, slices });

describe('c-offer-overview', () => {
  afterEach(() => document.body.replaceChildren());

  it('should give the chart a bar for each cloud', async () => {
    const element = await show(withOffers);

    const bars = Reflect.get(element.shadowRoot?.querySelector('c-stacked-bars') ?? {}, 'bars');

    expect(bars).toMatchObject([{ label: 'AWS' }, { label: 'Azure' }, { label: 'GCP' }]);
  });

  it('should show a skeleton until the figures are there', async () => {
    const element = await show();

    expect(frameOf(element)).toMatchObject({ isLoading: true });
  });

  it('should say what to do when there are no offers', async () => {
    const element = await show(() => adapter.emit({ isVisible: true, slices: [] }));

    expect(frameOf(element)).toMatchObject({ isEmpty: true, emptyText: 'c.Offers_Empty' });
  });

  it('should say whom to ask when the user may not see offers', async () => {
    const element = await show(() => adapter.emit({ isVisible: false, slices: [] }));

    expect(frameOf(element)).toMatchObject({ isEmpty: true, emptyText: 'c.Offers_No_Access' });
  });

  it('should show an error and read again when asked', async () => {
    const element = await show(() => adapter.error({ message: 'Broken.' }));

    frameOf(element)?.dispatchEvent(new CustomEvent('retry'));

    expect(refreshApex).toHaveBeenCalled();
  });

  it('should be accessible', async () => {
    await expect(await show(withOffers)).toBeAccessible();
  });
});
