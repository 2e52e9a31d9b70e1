import { createElement } from 'lwc';
import StackedBars from 'c/stackedBars';

const bars = [
  {
    label: 'AWS',
    parts: [
      { label: 'Accepted', value: 3, tone: 'good' },
      { label: 'Expired', value: 1, tone: 'over' }
    ]
  },
  { label: 'GCP', parts: [{ label: 'Accepted', value: 2, tone: 'good' }] }
];

async function show(given: unknown = bars): Promise<HTMLElement> {
  const element = createElement('c-stacked-bars', { is: StackedBars });
  Object.assign(element, { label: 'Offers by cloud', bars: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): Element[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

describe('c-stacked-bars', () => {
  afterEach(() => document.body.replaceChildren());

  it('should draw each part as wide as its share of the longest bar', async () => {
    const widths = all(await show(), 'rect').map((rect) => rect.getAttribute('width'));

    expect(widths).toEqual(['750', '250', '500']);
  });

  it('should say the same in a table, with zeros where a bar has no such part', async () => {
    const cells = all(await show(), 'td.number').map((cell) => cell.textContent);

    expect(cells).toEqual(['3', '1', '2', '0']);
  });

  it('should show the table instead of the picture when asked', async () => {
    const element = await show();

    element.shadowRoot?.querySelector('lightning-button')?.click();
    await Promise.resolve();

    expect(all(element, 'svg')).toHaveLength(0);
    expect(all(element, '.slds-scrollable_x table')).toHaveLength(1);
  });

  it('should draw nothing when there is nothing', async () => {
    expect(all(await show([]), 'rect')).toHaveLength(0);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
