import { createElement } from 'lwc';
import HomeFigures from 'c/homeFigures';

const nothing = { records: 0, withoutOpportunity: 0, money: [] };
const figures = {
  expiring: {
    records: 5,
    withoutOpportunity: 5,
    money: [
      { currencyCode: 'USD', amount: 400 },
      { currencyCode: 'EUR', amount: 70 }
    ]
  },
  renewals: { records: 2, withoutOpportunity: 1, money: [] },
  waiting: nothing,
  counts: { problems: 1 }
};

async function show(given: object = figures): Promise<HTMLElement> {
  const element = createElement('c-home-figures', { is: HomeFigures });
  Object.assign(element, { figures: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function texts(element: HTMLElement, selector: string): (string | null)[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(
    (found) => found.textContent
  );
}

function lists(element: HTMLElement): unknown[] {
  return [...(element.shadowRoot?.querySelectorAll('c-page-link') ?? [])].map((link) =>
    Reflect.get(link, 'listName')
  );
}

describe('c-home-figures', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show how many offers expire, contracts end, offers wait and records failed', async () => {
    expect(texts(await show(), '.value')).toEqual(['5', '2', '0', '1']);
  });

  it('should lead to the list behind each figure', async () => {
    expect(lists(await show())).toEqual([
      'Expiring_In_7_Days',
      'Renewal_Due',
      'Pending_Acceptance',
      'Open'
    ]);
  });

  it('should show amounts by currency', async () => {
    const element = await show();

    const money = [...(element.shadowRoot?.querySelectorAll('lightning-formatted-number') ?? [])];

    expect(money.map((number) => Reflect.get(number, 'currencyCode'))).toEqual(['USD', 'EUR']);
  });

  it('should say what the figures mean for the reader', async () => {
    expect(texts(await show(), '.remark')).toEqual([
      'c.Home_Not_Accepted',
      'c.Home_Without_Opportunity',
      '',
      'c.Home_Not_Synced_Hint'
    ]);
  });

  it('should say so when every record was synced', async () => {
    const element = await show({ ...figures, counts: { problems: 0 } });

    expect(texts(element, '.remark').at(-1)).toBe('c.Home_Not_Synced_None');
  });

  it('should leave out problems that the user may not see', async () => {
    expect(texts(await show({ ...figures, counts: {} }), '.value')).toHaveLength(3);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
