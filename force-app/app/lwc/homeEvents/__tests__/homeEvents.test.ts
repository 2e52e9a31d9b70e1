import { createElement } from 'lwc';
import HomeEvents from 'c/homeEvents';

const events = [
  { happenedAt: '2026-11-24T10:00:00.000Z', kind: 'accepted', recordId: 'a01', name: 'Offer 1' },
  { happenedAt: '2026-11-20T10:00:00.000Z', kind: 'ended', recordId: 'a02', name: 'Contract 1' }
];

async function show(given: unknown = events): Promise<HTMLElement> {
  const element = createElement('c-home-events', { is: HomeEvents });
  Object.assign(element, { events: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function all(element: HTMLElement, selector: string): Element[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

describe('c-home-events', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say in words what happened', async () => {
    const words = all(await show(), '.what').map((found) => found.textContent);

    expect(words).toEqual(['c.Home_Event_Accepted', 'c.Home_Event_Ended']);
  });

  it('should lead to the record and say when', async () => {
    const element = await show();

    const links = all(element, 'c-page-link').map((link) => Reflect.get(link, 'recordId'));
    const [when] = all(element, '.when');
    expect(when?.textContent).toMatch(/ago|in /);
    expect(when?.getAttribute('title')).toContain('2026');
  });

  it('should say so when nothing has happened', async () => {
    expect(all(await show([]), 'p')[0]?.textContent).toBe('c.Home_Events_Empty');
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
