import { createElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import PageLink from 'c/pageLink';

const mockNavigate = jest.fn();
const mockGenerateUrl = jest.fn();

jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const GenerateUrl = Symbol('GenerateUrl');
  const mixin = (Base: new () => object) =>
    class extends Base {
      [Navigate](reference: unknown): void {
        mockNavigate(reference);
      }
      [GenerateUrl](reference: unknown): unknown {
        return mockGenerateUrl(reference);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate, GenerateUrl }) };
});

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
    mockNavigate.mockClear();
    mockGenerateUrl.mockReset().mockResolvedValue('/there');
  });

  afterEach(() => document.body.replaceChildren());

  it('should have the address of its record', async () => {
    const link = await show({ recordId: 'a01' });

    expect(NavigationMixin).toBeDefined();
    expect(mockGenerateUrl).toHaveBeenCalledWith(record);
    expect(link.getAttribute('href')).toBe('/there');
  });

  it('should go to a list', async () => {
    const link = await show({ objectApiName: 'Offer__c', listName: 'Open' });

    link.click();

    expect(mockNavigate).toHaveBeenCalledWith({
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
    expect(mockNavigate).toHaveBeenCalledWith(record);
  });

  it('should leave a new tab to the browser', async () => {
    const link = await show({ recordId: 'a01' });

    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }));

    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('should look like a button and say more to a screen reader when asked', async () => {
    const link = await show({ recordId: 'a01', variant: 'button', context: 'Offer 1' });

    expect(link.className).toContain('slds-button');
    expect(link.querySelector('.slds-assistive-text')?.textContent).toBe('Offer 1');
  });

  it('should still be there when its address cannot be found', async () => {
    mockGenerateUrl.mockRejectedValue(new Error('No such page.'));

    expect((await show({ recordId: 'a01' })).textContent).toContain('Open');
  });

  it('should be accessible', async () => {
    await show({ recordId: 'a01' });

    await expect(document.body).toBeAccessible();
  });
});
