import { createElement } from 'lwc';
import HomeSteps from 'c/homeSteps';

const steps = [
  {
    recordId: 'a01',
    kind: 'offer',
    name: 'Offer 1',
    cloud: 'AWS',
    status: 'Pending Acceptance',
    dueAt: '2026-11-25T10:00:00.000Z',
    amount: 100,
    currencyCode: 'USD'
  },
  {
    recordId: 'a02',
    kind: 'contract',
    name: 'Contract 1',
    cloud: 'GCP',
    status: 'Active',
    customer: 'Litware',
    dueAt: '2027-01-01T10:00:00.000Z'
  }
];

async function show(given: unknown = steps): Promise<HTMLElement> {
  const element = createElement('c-home-steps', { is: HomeSteps });
  Object.assign(element, { steps: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): Element[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

describe('c-home-steps', () => {
  afterEach(() => document.body.replaceChildren());

  it('should name the customer, or else the record', async () => {
    const names = all(await show(), 'tbody th').map((cell) => cell.textContent);

    expect(names).toEqual(['Offer 1', 'Litware']);
  });

  it('should say what happens and when', async () => {
    const element = await show();

    const instants = all(element, 'lightning-relative-date-time').map((found) =>
      Reflect.get(found, 'value')
    );
    const words = all(element, 'td span').map((span) => span.textContent);

    expect(words).toEqual(['c.Home_Expires', 'c.Home_Ends']);
    expect(instants).toEqual(steps.map(({ dueAt }) => Date.parse(dueAt)));
  });

  it('should show an amount only where it is known', async () => {
    expect(all(await show(), 'lightning-formatted-number')).toHaveLength(1);
  });

  it('should have a button to each record that names it', async () => {
    const links = all(await show(), 'c-page-link');

    expect(links.map((link) => Reflect.get(link, 'recordId'))).toEqual(['a01', 'a02']);
    expect(links.map((link) => Reflect.get(link, 'label'))).toEqual([
      'c.Home_Open_Offer',
      'c.Home_Open_Contract'
    ]);
    expect(links.map((link) => Reflect.get(link, 'context'))).toEqual(['Offer 1', 'Contract 1']);
  });

  it('should say so when there is nothing to do', async () => {
    expect(all(await show([]), 'p')[0]?.textContent).toBe('c.Home_Steps_Empty');
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
