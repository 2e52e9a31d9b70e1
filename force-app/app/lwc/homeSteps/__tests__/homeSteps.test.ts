import { createElement } from 'lwc';
import HomeSteps from 'c/homeSteps';

const steps = [
  {
    recordId: 'a03',
    kind: 'cosell',
    name: 'Deal 1',
    cloud: 'AWS',
    status: 'Action Required',
    customer: 'Contoso',
    reason: 'The business problem is too short.'
  },
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

    expect(names).toEqual(['Contoso', 'Offer 1', 'Litware']);
  });

  it('should say why, in the words of the cloud or with the date', async () => {
    const why = all(await show(), '.why').map((cell) => cell.textContent);

    expect(why[0]).toBe('The business problem is too short.');
    expect(why[1]).toMatch(/^c\.Home_Expires /);
    expect(why[2]).toMatch(/^c\.Home_Ends /);
  });

  it('should show an amount only where it is known', async () => {
    expect(
      all(await show(), '.cell.number:not(:last-child)').map((cell) => cell.textContent)
    ).toEqual(['', '$100', '']);
  });

  it('should have a button to each record that names it', async () => {
    const links = all(await show(), 'c-page-link');

    expect(links.map((link) => Reflect.get(link, 'recordId'))).toEqual(['a03', 'a01', 'a02']);
    expect(links.map((link) => Reflect.get(link, 'label'))).toEqual([
      'c.Home_Correct',
      'c.Home_Open_Offer',
      'c.Home_Open_Contract'
    ]);
    expect(links.map((link) => Reflect.get(link, 'context'))).toEqual([
      'Deal 1',
      'Offer 1',
      'Contract 1'
    ]);
  });

  it('should say so when there is nothing to do', async () => {
    expect(all(await show([]), 'p')[0]?.textContent).toBe('c.Home_Steps_Empty');
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
