import { createElement } from 'lwc';
import ChartFrame, { cloudTone } from 'c/chartFrame';

const link = { list: 'offers', state: { cloud: 'AWS' } };
const stacks = [
  {
    label: 'AWS',
    parts: [
      { label: 'Accepted', value: 3, tone: 'good', link },
      { label: 'Expired', value: 1, tone: 'over' }
    ]
  },
  { label: 'GCP', parts: [{ label: 'Accepted', value: 2, tone: 'good' }], total: '$2' }
];

async function show(): Promise<HTMLElement> {
  const element = createElement('c-chart-frame', { is: ChartFrame });
  Object.assign(element, { label: 'Offers by cloud', stacks });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): Element[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

async function showTable(): Promise<HTMLElement> {
  const element = await show();
  element.shadowRoot?.querySelector('lightning-button')?.click();
  await Promise.resolve();
  return element;
}

describe('c-chart-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say the same as the picture in a table, with zeros and totals', async () => {
    const cells = all(await show(), 'tbody td').map((cell) => cell.textContent);

    expect(cells).toEqual(['3', '1', '4', '2', '0', '$2']);
  });

  it('should name every part once in the legend', async () => {
    expect(all(await show(), '.legend li').map((entry) => entry.textContent)).toEqual([
      'Accepted',
      'Expired'
    ]);
  });

  it('should show the table instead of the picture when asked', async () => {
    const element = await showTable();

    expect(all(element, 'slot')).toHaveLength(0);
    expect(all(element, '.slds-scrollable_x table')).toHaveLength(1);
  });

  it('should link from the table only while it is seen', async () => {
    expect(all(await show(), 'c-page-link')).toHaveLength(0);
    expect(Reflect.get(all(await showTable(), 'c-page-link')[0] ?? {}, 'list')).toBe('offers');
  });

  it('should give a cloud one colour, and an unknown one none', () => {
    expect([cloudTone('AWS'), cloudTone('Other')]).toEqual(['aws', 'plain']);
  });

  it('should be accessible', async () => {
    await expect(await showTable()).toBeAccessible();
  });
});
