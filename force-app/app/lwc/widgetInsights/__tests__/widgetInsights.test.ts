import { createElement } from 'lwc';
import WidgetInsights from 'c/widgetInsights';

function show(properties: object): HTMLElement {
  const element = createElement('c-widget-insights', { is: WidgetInsights });
  document.body.appendChild(Object.assign(element, properties));
  return element;
}

const texts = (element: HTMLElement): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll('dd') ?? [])].map((found) => found.textContent);

describe('c-widget-insights', () => {
  afterEach(() => document.body.replaceChildren());

  it('should add up by state, and never across currencies', () => {
    const offers = [
      { id: '1', status: 'Accepted', amount: 100, currencyCode: 'USD' },
      { id: '2', status: 'Accepted', amount: 50, currencyCode: 'EUR' },
      { id: '3', status: 'Expired', amount: 9, currencyCode: 'USD' }
    ];

    expect(texts(show({ offers }))).toEqual(['2 · $100 + €50']);
  });

  it('should name the contract that ends first', () => {
    const contracts = [
      { id: '1', status: 'Active', due: '2031-01-01T00:00:00.000Z' },
      { id: '2', status: 'Active', due: '2030-06-01T12:00:00.000Z' }
    ];

    expect(texts(show({ contracts }))[1]).toContain('2030');
  });

  it('should say that there is nothing yet', () => {
    expect(show({}).shadowRoot?.querySelector('.empty')?.textContent).toBe('c.Insights_Empty');
  });

  it('should be accessible', async () => {
    await expect(show({ records: [{ engagementScore: 'High' }] })).toBeAccessible();
  });
});
