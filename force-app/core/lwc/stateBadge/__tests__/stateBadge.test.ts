import { createElement } from 'lwc';
import StateBadge from 'c/stateBadge';

function show(properties: object): HTMLElement {
  const element = createElement('c-state-badge', { is: StateBadge });
  document.body.appendChild(Object.assign(element, properties));
  return element;
}

const badge = (element: HTMLElement): Element | null | undefined =>
  element.shadowRoot?.querySelector('.badge');

describe('c-state-badge', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show the word in the colour of its state', () => {
    const element = show({ status: 'Action Required' });

    expect(badge(element)?.textContent).toBe('Action Required');
    expect(badge(element)?.className).toBe('badge bad');
  });

  it('should show a word that it does not know without a colour, and nothing without a word', () => {
    expect(badge(show({ status: 'Brand-new' }))?.className).toBe('badge plain');
    expect(badge(show({ status: null }))).toBeNull();
  });

  it('should be accessible', async () => {
    await expect(show({ status: 'Won' })).toBeAccessible();
  });
});
