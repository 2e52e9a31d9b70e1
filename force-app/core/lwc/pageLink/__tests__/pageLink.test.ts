import { createElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import PageLink from 'c/pageLink';
import { generateUrl, navigate } from '../../../../../config/jest/lightning/navigation';

const record = {
  type: 'standard__recordPage',
  attributes: { recordId: 'a01', actionName: 'view' }
};

async function show(properties: object): Promise<HTMLAnchorElement> {
  const element = createElement('c-page-link', { is: PageLink });
  Object.assign(element, { label: 'Open', ...properties });
  document.body.appendChild(element);
  for (let i = 0; i < 3; i++) await Promise.resolve();
  const link = element.shadowRoot?.querySelector('a');
  if (link === null || link === undefined) throw new Error('There is no link.');
  return link;
}

describe('c-page-link', () => {
  beforeEach(() => {
    navigate.mockClear();
    generateUrl.mockReset().mockResolvedValue('/there');
  });

  afterEach(() => document.body.replaceChildren());

  it('should have the address of its record', async () => {
    const link = await show({ recordId: 'a01' });

    expect(NavigationMixin).toBeDefined();
    expect(generateUrl).toHaveBeenCalledWith(record);
    expect(link.getAttribute('href')).toBe('/there');
  });

  it('should go to a list', async () => {
    const link = await show({ objectApiName: 'Offer__c', listName: 'Open' });

    link.click();

    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Offer__c', actionName: 'list' },
      state: { filterName: 'Open' }
    });
  });

  it('should go to the record without loading the page', async () => {
    const link = await show({ recordId: 'a01' });
    const click = new MouseEvent('click', { cancelable: true });

    link.dispatchEvent(click);

    expect(click.defaultPrevented).toBe(true);
    expect(navigate).toHaveBeenCalledWith(record);
  });

  it('should leave a new tab to the browser', async () => {
    const link = await show({ recordId: 'a01' });

    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }));

    expect(navigate).not.toHaveBeenCalled();
  });

  it('should look like a button and say more to a screen reader when asked', async () => {
    const link = await show({ recordId: 'a01', variant: 'button', context: 'Offer 1' });

    expect(link.className).toContain('slds-button');
    expect(link.querySelector('.slds-assistive-text')?.textContent).toBe('Offer 1');
  });

  it('should still be there when its address cannot be found', async () => {
    generateUrl.mockRejectedValue(new Error('No such page.'));

    expect((await show({ recordId: 'a01' })).textContent).toContain('Open');
  });

  it('should be accessible', async () => {
    await show({ recordId: 'a01' });

    await expect(document.body).toBeAccessible();
  });
});
