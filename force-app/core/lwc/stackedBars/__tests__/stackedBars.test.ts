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

    expect(widths).toEqual(['75%', '25%', '50%']);
  });

  it('should write a number where it fits', async () => {
    const narrow = [
      {
        label: 'AWS',
        parts: [
          { label: 'Accepted', value: 99, tone: 'good' },
          { label: 'Expired', value: 1, tone: 'over' }
        ]
      }
    ];

    expect(all(await show(narrow), 'text').map((text) => text.textContent)).toEqual(['99', '']);
  });

  it('should hand the same to the table', async () => {
    expect(Reflect.get(all(await show(), 'c-chart-frame')[0] ?? {}, 'stacks')).toEqual(bars);
  });

  it('should draw nothing when there is nothing', async () => {
    expect(all(await show([]), 'rect')).toHaveLength(0);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
