import { createElement } from 'lwc';
import OfferForm from 'c/offerForm';
import readForm from '@salesforce/apex/PrivateOfferController.getForm';
import readAlerts from '@salesforce/apex/PrivateOfferController.getAlerts';
import checkOffer from '@salesforce/apex/PrivateOfferController.check';
import createOffer from '@salesforce/apex/PrivateOfferController.create';
import saveDraft from '@salesforce/apex/PrivateOfferController.saveDraft';

jest.mock(
  '@salesforce/apex',
  () => ({
    getSObjectValue: (
      record: Record<string, unknown>,
      { fieldApiName }: { fieldApiName: string }
    ) => record[fieldApiName]
  }),
  { virtual: true }
);
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

const [form, alerts, check, create, save] = [
  readForm,
  readAlerts,
  checkOffer,
  createOffer,
  saveDraft
].map((method) => method as unknown as jest.Mock) as [
  jest.Mock,
  jest.Mock,
  jest.Mock,
  jest.Mock,
  jest.Mock
];
const plan = {
  isAllowed: true,
  listings: [{ Name: 'Shield', Clazar_Id__c: 'l1' }],
  buyers: [{ Name: 'Alder', Cloud_Account_Id__c: '123456789012' }],
  currencies: ['USD', 'EUR'],
  mostMonths: 144,
  mostDocuments: 5,
  values: [
    { field: 'name', value: 'Deal', origin: 'Opportunity · Name' },
    { field: 'price', value: 100, origin: 'Opportunity · Amount' }
  ],
  savedValues: null
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-offer-form', { is: OfferForm });
  document.body.appendChild(Object.assign(element, { recordId: '006' }));
  await settle();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ...(element.shadowRoot
    ?.querySelector('c-form-frame')
    ?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const fieldOf = (element: HTMLElement, name: string): HTMLElement | undefined =>
  all(element, 'c-form-field').find(({ dataset }) => dataset.name === name);

async function tell(target: HTMLElement | undefined, name: string, detail: object): Promise<void> {
  target?.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  await settle();
}

const sentValues = (mock: jest.Mock): Record<string, unknown> =>
  JSON.parse((mock.mock.lastCall as [{ valuesJson: string }])[0].valuesJson) as Record<
    string,
    unknown
  >;

describe('c-offer-form', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    Object.assign(globalThis.crypto, { randomUUID: () => 'key' });
    form.mockResolvedValue(plan);
    alerts.mockResolvedValue([]);
    check.mockResolvedValue({ ready: true, errors: [], lines: [{ label: 'Price', value: '100' }] });
    create.mockResolvedValue({ success: true, requestId: 'r1', message: 'Sent.', errors: [] });
  });

  afterEach(() => document.body.replaceChildren());

  it('should be filled from the deal and say so', async () => {
    const name = fieldOf(await show(), 'name');

    expect(Reflect.get(name ?? {}, 'value')).toBe('Deal');
    expect(Reflect.get(name ?? {}, 'isMapped')).toBe(true);
  });

  it('should take a known buyer, and warn when that buyer has something already', async () => {
    alerts.mockResolvedValue([{ recordId: 'a01', name: 'Contract 1', message: 'Live.' }]);
    const element = await show();

    await press(element, '.take');

    expect(Reflect.get(fieldOf(element, 'buyer_account_id') ?? {}, 'value')).toBe('123456789012');
    expect(all(element, '.alerts')[0]?.textContent).toContain('Live.');
  });

  it('should divide the price into instalments that add up', async () => {
    const element = await show();

    await tell(all(element, '.payment')[0], 'change', { value: 'schedule' });
    await tell(all(element, '.count')[0], 'change', { value: '3' });
    await press(element, '.review');

    const payments = sentValues(check).payment_schedule as { charge_amount: number }[];
    expect(payments.map(({ charge_amount: amount }) => amount)).toEqual([33.33, 33.33, 33.34]);
  });

  it('should change a single instalment', async () => {
    const element = await show();
    await tell(all(element, '.payment')[0], 'change', { value: 'schedule' });

    await tell(all(element, '.instalment')[1], 'change', { value: '70' });
    await press(element, '.review');

    expect(sentValues(check).payment_schedule).toMatchObject([
      { charge_amount: 70 },
      { charge_amount: 50 }
    ]);
  });

  it('should take dimensions away that were added', async () => {
    const element = await show();

    await press(element, '.add');
    await press(element, '.add');
    await tell(all(element, '.dimension')[0], 'change', { value: 'users' });
    all(element, '.remove')[1]?.click();
    await press(element, '.review');

    expect(sentValues(check).dimensions).toEqual([{ name: 'users', quantity: 1, price: null }]);
  });

  it('should ask for documents only with a custom agreement', async () => {
    const element = await show();
    expect(all(element, '.documents')).toHaveLength(0);

    await tell(all(element, '.eula')[0], 'change', { value: 'custom' });
    await tell(all(element, '.documents')[0], 'change', { value: 'https://a/1.pdf\n\n' });
    await press(element, '.review');

    expect(sentValues(check)).toMatchObject({ eula: 'custom', documents: ['https://a/1.pdf'] });
  });

  it('should list what is wrong, and not go on', async () => {
    check.mockResolvedValue({
      ready: false,
      errors: [{ field: 'listing_id', label: 'Listing', message: 'Fill in Listing.' }],
      lines: []
    });
    const element = await show();

    await press(element, '.review');

    expect(all(element, '.problems')[0]?.textContent).toContain('Fill in Listing.');
    expect(Reflect.get(fieldOf(element, 'listing_id') ?? {}, 'error')).toBe('Fill in Listing.');
    expect(all(element, '.send')).toHaveLength(0);
  });

  it('should show what is sent, and send it once with one key', async () => {
    const element = await show();
    const sent = jest.fn();
    element.addEventListener('sent', sent);

    await press(element, '.review');
    expect(all(element, '.lines')[0]?.textContent).toContain('100');
    await press(element, '.send');

    expect(create.mock.lastCall).toMatchObject([
      { cloud: 'AWS', recordId: '006', requestKey: 'key' }
    ]);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('should keep what was typed', async () => {
    jest.useFakeTimers();
    const element = await show();
    await tell(fieldOf(element, 'name'), 'fieldchange', { name: 'name', value: 'Half' });
    jest.runAllTimers();
    jest.useRealTimers();

    expect(sentValues(save)).toMatchObject({ name: 'Half' });
  });

  it('should say why no offer can be made', async () => {
    form.mockResolvedValue({ ...plan, isAllowed: false, reason: 'Ask your admin.' });

    expect(all(await show(), '.refused')[0]?.textContent).toBe('Ask your admin.');
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
