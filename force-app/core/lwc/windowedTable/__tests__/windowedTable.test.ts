import { createElement } from 'lwc';
import WindowedTable from 'c/windowedTable';

const columns = [
  { key: 'name', label: 'Name', kind: 'name', isSortable: true },
  { key: 'cloud', label: 'Cloud', kind: 'cloud', isSortable: true },
  { key: 'status', label: 'State', kind: 'state', isSortable: false },
  {
    key: 'monthly',
    label: 'Amount',
    kind: 'money',
    isSortable: true,
    currency: 'USD',
    otherwise: {
      key: 'amount',
      label: 'Deal',
      kind: 'money',
      isSortable: true,
      currencyKey: 'currencyCode'
    }
  },
  { key: 'deal', label: 'Opportunity', kind: 'link', isSortable: true, idKey: 'dealId' }
];
const rowsOf = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `a0${String(index)}`,
    name: `Offer ${String(index)}`,
    cloud: 'AWS',
    status: 'Draft',
    amount: 1000 + index,
    currencyCode: 'EUR'
  }));

interface Table extends HTMLElement {
  toTop(): void;
}

async function show(properties: object): Promise<Table> {
  const element = createElement('c-windowed-table', { is: WindowedTable }) as unknown as Table;
  document.body.appendChild(
    Object.assign(element, { label: 'Offers', columns, sortBy: 'name', ...properties })
  );
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

function heard(element: HTMLElement, name: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
  return details;
}

describe('c-windowed-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('should draw a window of ten thousand rows and say how many there are', async () => {
    const element = await show({ rows: rowsOf(10_000), total: 10_000 });

    expect(all(element, '.row').length).toBeLessThan(60);
    expect(all(element, 'table')[0]?.getAttribute('aria-rowcount')).toBe('10001');
  });

  it('should draw other rows when it is scrolled', async () => {
    const element = await show({ rows: rowsOf(10_000) });
    const [box] = all(element, '.box');

    Object.assign(box ?? {}, { scrollTop: 44 * 5000 });
    box?.dispatchEvent(new CustomEvent('scroll'));
    await Promise.resolve();

    expect(all(element, '.row .name a').map((link) => link.textContent)).toContain('Offer 5000');
  });

  it('should ask for more when the end comes near, once for each length', async () => {
    const element = await show({ rows: [] });
    const asked = heard(element, 'more');

    Object.assign(element, { rows: rowsOf(50) });
    await Promise.resolve();
    Object.assign(element, { selectedIds: ['a01'] });
    await Promise.resolve();

    expect(asked.length).toBe(1);
  });

  it('should ask for another order, and show the one it has', async () => {
    const element = await show({ rows: rowsOf(1) });
    const sorted = heard(element, 'sort');

    all(element, 'th button')[1]?.click();

    expect(sorted).toEqual([{ column: 'cloud' }]);
    expect(all(element, 'th')[0]?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('should show another column where one is empty, each with its currency', async () => {
    const [own, other] = [{ ...rowsOf(1)[0], monthly: 5 }, { ...rowsOf(2)[1] }];
    const element = await show({ rows: [own, other] });

    expect(all(element, '.row .money').map((cell) => cell.textContent)).toEqual(['$5', '€1,001']);
  });

  it('should tell what is selected', async () => {
    const element = await show({ rows: rowsOf(3), selectedIds: ['a00'] });
    const selected = heard(element, 'select');

    all(element, '.row input')[2]?.click();
    all(element, 'thead input')[0]?.click();

    expect(selected).toEqual([{ ids: ['a00', 'a02'] }, { ids: ['a00', 'a01', 'a02'] }]);
  });

  it('should open a record by its link, and leave new tabs to the browser', async () => {
    const element = await show({ rows: [{ ...rowsOf(1)[0], deal: 'Deal', dealId: '006' }] });
    const opened = heard(element, 'open');

    all(element, '.link a')[0]?.click();
    all(element, '.name a')[0]?.dispatchEvent(new MouseEvent('click', { ctrlKey: true }));

    expect(opened).toEqual([{ recordId: '006' }]);
  });

  it('should offer with a row what can be done with it', async () => {
    const actionsOf = ({ id }: { id: string }): object[] =>
      id === 'a00' ? [{ name: 'copy', label: 'Copy URL' }] : [];
    const element = await show({ rows: rowsOf(2), actionsOf });
    const acted = heard(element, 'action');

    all(element, '.action').forEach((button) => button.click());

    expect(acted).toEqual([{ id: 'a00', name: 'copy' }]);
  });

  it('should keep no room for actions where there is none', async () => {
    const element = await show({ rows: rowsOf(2) });

    expect(all(element, '.heading.no-actions')).toHaveLength(1);
  });

  it('should go back to the top for another question', async () => {
    const element = await show({ rows: rowsOf(500) });
    const [box] = all(element, '.box');
    Object.assign(box ?? {}, { scrollTop: 4400 });

    element.toTop();

    expect(box?.scrollTop).toBe(0);
  });

  it('should be accessible', async () => {
    await expect(await show({ rows: rowsOf(3) })).toBeAccessible();
  });
});
