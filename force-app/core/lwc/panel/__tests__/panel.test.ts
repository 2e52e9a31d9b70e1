import { createElement } from 'lwc';
import Panel from 'c/panel';

describe('c-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('should be a region with its heading, and accessible', async () => {
    const element = createElement('c-panel', { is: Panel });
    document.body.appendChild(Object.assign(element, { heading: 'Sync' }));

    expect(element.shadowRoot?.querySelector('h2')?.textContent).toBe('Sync');
    expect(element.shadowRoot?.querySelector('section')?.getAttribute('aria-label')).toBe('Sync');
    await expect(element).toBeAccessible();
  });
});
