import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import ClazarHome from 'c/clazarHome';
import readCosell from '@salesforce/apex/CosellOverviewController.overview';
import readHome from '@salesforce/apex/HomeController.home';

interface Adapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/HomeController.home',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/CosellOverviewController.overview',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/OfferOverviewController.overview',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
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

const adapter = readHome as unknown as Adapter;
const cosellAdapter = readCosell as unknown as Adapter;
const refresh = refreshApex as unknown as jest.Mock;
const figure = { records: 0, withoutOpportunity: 0, money: [] };
const cosell = {
  isVisible: true,
  invitations: 1,
  corrections: 0,
  stages: [],
  states: { Invited: 1, Approved: 3 },
  steps: [{ recordId: 'a03', name: 'Deal' }]
};
const home = {
  isVisible: true,
  expiring: figure,
  renewals: figure,
  waiting: figure,
  counts: { offers: 1, contracts: 1, buyers: 1, listings: 1, problems: 0 },
  bookings: [],
  steps: [],
  events: []
};

async function show(
  emit: () => void = () => undefined,
  given: unknown = cosell
): Promise<HTMLElement> {
  const element = createElement('c-clazar-home', { is: ClazarHome });
  document.body.appendChild(element);
  emit();
  cosellAdapter.emit(given);
  await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): Element | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-clazar-home', () => {
  beforeEach(() => refresh.mockClear());

  afterEach(() => document.body.replaceChildren());

  it('should hand to each part what it shows', async () => {
    const element = await show(() => adapter.emit(home));

    expect(Reflect.get(find(element, 'c-home-figures') ?? {}, 'figures')).toMatchObject(home);
    expect(Reflect.get(find(element, 'c-home-sync') ?? {}, 'counts')).toEqual(home.counts);
    expect(Reflect.get(find(element, 'c-home-sync') ?? {}, 'cosell')).toBe(4);
    expect(Reflect.get(find(element, 'c-home-steps') ?? {}, 'steps')).toEqual([
      { recordId: 'a03', name: 'Deal', kind: 'cosell' }
    ]);
  });

  it('should leave out co-sell for someone who may not see it', async () => {
    const element = await show(() => adapter.emit(home), { isVisible: false });

    expect(find(element, 'c-cosell-pipeline')).toBeNull();
    expect(find(element, 'c-home-steps')).not.toBeNull();
  });

  it('should show a skeleton until the answer is there', async () => {
    const element = await show();

    expect(find(element, '[role="status"] .slds-assistive-text')?.textContent).toBe('c.Loading');
  });

  it('should say whom to ask when the user may see nothing', async () => {
    const element = await show(() => adapter.emit({ isVisible: false }));

    expect(find(element, 'p')?.textContent).toBe('c.Home_No_Access');
  });

  it('should show an error and read again when asked', async () => {
    const element = await show(() => adapter.error({ message: 'Broken.' }));

    find(element, 'c-error-panel')?.dispatchEvent(new CustomEvent('retry'));

    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('should read everything again when a sync ends', async () => {
    const element = await show(() => adapter.emit(home));

    find(element, 'c-home-sync')?.dispatchEvent(new CustomEvent('synced'));

    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('should be accessible', async () => {
    await expect(await show(() => adapter.emit(home))).toBeAccessible();
  });
});
