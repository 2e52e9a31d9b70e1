import { createElement } from 'lwc';
import HomeFigures from 'c/homeFigures';

const figures = {
  expiring: {
    records: 5,
    withoutOpportunity: 5,
    money: [
      { currencyCode: 'USD', amount: 400 },
      { currencyCode: 'EUR', amount: 70 }
    ]
  },
  renewals: { records: 2, withoutOpportunity: 1, money: [] }
};
const soon = new Date(Date.now() + 28.5 * 3_600_000).toISOString();
const cosell = {
  isVisible: true,
  invitations: 3,
  corrections: 0,
  nearest: { dueAt: soon, customer: 'Northwind' }
};

async function show(given: object = { figures, cosell }): Promise<HTMLElement> {
  const element = createElement('c-home-figures', { is: HomeFigures });
  document.body.appendChild(Object.assign(element, given));
  await Promise.resolve();
  return element;
}

function texts(element: HTMLElement, selector: string): (string | null)[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(
    (found) => found.textContent
  );
}

function lists(element: HTMLElement): unknown[] {
  return [...(element.shadowRoot?.querySelectorAll('c-page-link') ?? [])].map((link) => [
    Reflect.get(link, 'list'),
    Reflect.get(link, 'listState')
  ]);
}

describe('c-home-figures', () => {
  afterEach(() => document.body.replaceChildren());

  it('should count invitations, offers, renewals and corrections', async () => {
    expect(texts(await show(), '.value')).toEqual(['3', '5', '2', '0']);
  });

  it('should lead to the list behind each figure', async () => {
    expect(lists(await show())).toEqual([
      ['cosell', { view: 'invitations' }],
      ['offers', { view: 'expiring' }],
      ['contracts', { view: 'renewals' }],
      ['cosell', { view: 'action' }]
    ]);
  });

  it('should keep amounts of different currencies apart, and say what is not linked', async () => {
    expect(texts(await show(), '.remark')[1]).toBe(
      '$400 + €70 c.Home_Not_Accepted · c.Home_Without_Opportunity'
    );
  });

  it('should count down to the nearest deadline', async () => {
    expect(texts(await show(), '.urgent')).toEqual(['c.Home_Nearest']);
  });

  it('should say so when there is nothing to do', async () => {
    expect(texts(await show(), '.remark').at(-1)).toBe('c.Home_Nothing_To_Do');
  });

  it('should leave out co-sell for someone who may not see it', async () => {
    const element = await show({ figures, cosell: { ...cosell, isVisible: false } });

    expect(texts(element, '.value')).toEqual(['5', '2']);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
