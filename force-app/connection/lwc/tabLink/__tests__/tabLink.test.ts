import { createElement } from 'lwc';
import TabLink from 'c/tabLink';
import { generateUrl, navigate } from '../../../../../config/jest/lightning/navigation';

async function show(): Promise<HTMLElement> {
  const element = createElement('c-tab-link', { is: TabLink });
  document.body.appendChild(Object.assign(element, { tabName: 'Clazar_Setup' }));
  for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
  return element;
}

const linkOf = (element: HTMLElement): HTMLAnchorElement | null | undefined =>
  element.shadowRoot?.querySelector('a');

describe('c-tab-link', () => {
  beforeEach(() => {
    navigate.mockClear();
    generateUrl.mockReset().mockResolvedValue('/setup');
  });

  afterEach(() => document.body.replaceChildren());

  it('should have the name and the address of its tab', async () => {
    const link = linkOf(await show());

    expect(link?.textContent).toBe('c.Setup_Link_Setup');
    expect(link?.getAttribute('href')).toBe('/setup');
  });

  it('should go there without loading the page anew', async () => {
    linkOf(await show())?.click();

    expect(navigate).toHaveBeenCalledTimes(1);
  });

  it('should leave new windows to the browser', async () => {
    const element = await show();
    element.addEventListener('click', (event) => event.preventDefault());

    linkOf(element)?.dispatchEvent(new MouseEvent('click', { ctrlKey: true }));

    expect(navigate).not.toHaveBeenCalled();
  });

  it('should be accessible, even where the address is not known', async () => {
    generateUrl.mockRejectedValue(new Error('No address.'));

    await expect(await show()).toBeAccessible();
  });
});
