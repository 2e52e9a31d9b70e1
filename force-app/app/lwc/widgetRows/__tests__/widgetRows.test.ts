import { createElement } from 'lwc';
import WidgetRows from 'c/widgetRows';

const offer = {
  id: 'a01',
  name: 'Offer',
  cloud: 'AWS',
  status: 'Pending Acceptance',
  amount: 500,
  currencyCode: 'USD',
  due: '2030-01-01T00:00:00.000Z',
  cloudUrl: 'https://aws.example/offer'
};

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-widget-rows', { is: WidgetRows });
  document.body.appendChild(Object.assign(element, properties));
  await Promise.resolve();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

describe('c-widget-rows', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say what an offer is worth and when it expires', async () => {
    const text = find(await show({ rows: [offer] }), '.remark')?.textContent;

    expect(text).toContain('$500');
    expect(text).toContain('c.Home_Expires');
  });

  it('should name a contract by who bought what', async () => {
    const contract = { id: 'a02', name: 'agmt-1', customer: 'Alder', listing: 'Shield' };
    const element = await show({ rows: [contract], kind: 'contract' });

    expect(Reflect.get(find(element, 'c-page-link') ?? {}, 'label')).toBe('Alder · Shield');
  });

  it('should copy the address of an offer that waits for the buyer', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await show({ rows: [offer] });

    find(element, '.copy')?.click();
    await Promise.resolve();
    await Promise.resolve();

    expect(writeText).toHaveBeenCalledWith('https://aws.example/offer');
    expect(find(element, '.message')?.textContent).toBe('c.List_Copied');
  });

  it('should not offer the address of an offer that is over', async () => {
    expect(find(await show({ rows: [{ ...offer, status: 'Expired' }] }), '.copy')).toBeNull();
  });

  it('should be accessible', async () => {
    await expect(await show({ rows: [offer] })).toBeAccessible();
  });
});
