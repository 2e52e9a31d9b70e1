import { createElement } from 'lwc';
import ColumnChart from 'c/columnChart';

const columns = [
  {
    label: 'Jan',
    parts: [
      { label: 'AWS', value: 1000, tone: 'aws' },
      { label: 'GCP', value: 500, tone: 'gcp' }
    ]
  },
  {
    label: 'Feb',
    parts: [
      { label: 'AWS', value: 750, tone: 'aws' },
      { label: 'GCP', value: 0, tone: 'gcp' }
    ]
  }
];

async function show(given: unknown = columns): Promise<HTMLElement> {
  const element = createElement('c-column-chart', { is: ColumnChart });
  Object.assign(element, { label: 'Bookings', columns: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): Element[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

describe('c-column-chart', () => {
  afterEach(() => document.body.replaceChildren());

  it('should draw each part as high as its share of the highest column', async () => {
    const heights = all(await show(), 'rect').map((rect) => rect.getAttribute('height'));

    expect(heights).toEqual(['100', '50', '75']);
  });

  it('should stack the parts from the bottom up', async () => {
    const [aws, gcp] = all(await show(), 'rect').map((rect) => Number(rect.getAttribute('y')));

    expect((aws ?? 0) - (gcp ?? 0)).toBe(50);
  });

  it('should write the total above and the name below each column', async () => {
    const texts = all(await show(), 'text').map((text) => text.textContent);

    expect(texts).toEqual(['1.5K', 'Jan', '750', 'Feb']);
  });

  it('should hand the same to the table', async () => {
    expect(Reflect.get(all(await show(), 'c-chart-frame')[0] ?? {}, 'stacks')).toEqual(columns);
  });

  it('should draw nothing when there is nothing', async () => {
    expect(all(await show([]), 'rect')).toHaveLength(0);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
