import { createElement } from 'lwc';
import HomeBookings from 'c/homeBookings';

const bookings = [
  { year: 2026, month: 11, cloud: 'AWS', currencyCode: 'USD', amount: 10 },
  { year: 2027, month: 1, cloud: 'GCP', currencyCode: 'USD', amount: 20 },
  { year: 2026, month: 12, cloud: 'Azure', currencyCode: 'EUR', amount: 5 }
];

async function show(given: unknown = bookings): Promise<HTMLElement> {
  const element = createElement('c-home-bookings', { is: HomeBookings });
  Object.assign(element, { bookings: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

interface Column {
  readonly label: string;
  readonly parts: readonly { readonly value: number }[];
}

function columns(element: HTMLElement): readonly Column[] {
  const chart = element.shadowRoot?.querySelector('c-column-chart') ?? {};
  return Reflect.get(chart, 'columns') as readonly Column[];
}

describe('c-home-bookings', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show the currency with most bookings, month by month, with a gap where there is none', async () => {
    const shown = columns(await show());

    expect(shown.map(({ label }) => label)).toEqual(['Nov', 'Dec', 'Jan 27']);
    expect(shown.map(({ parts }) => parts.map(({ value }) => value))).toEqual([
      [10, 0, 0],
      [0, 0, 0],
      [0, 0, 20]
    ]);
  });

  it('should show another currency when it is chosen', async () => {
    const element = await show();

    element.shadowRoot
      ?.querySelector('lightning-combobox')
      ?.dispatchEvent(new CustomEvent('change', { detail: { value: 'EUR' } }));
    await Promise.resolve();

    expect(columns(element).map(({ label }) => label)).toEqual(['Dec']);
  });

  it('should offer no choice when there is one currency', async () => {
    const element = await show(bookings.slice(0, 2));

    expect(element.shadowRoot?.querySelector('lightning-combobox')).toBeNull();
  });

  it('should say so when nothing was booked', async () => {
    const element = await show([]);

    expect(element.shadowRoot?.querySelector('p')?.textContent).toBe('c.Home_Bookings_Empty');
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
