import { createElement } from 'lwc';
import MappingHistory from 'c/mappingHistory';
import readHistory from '@salesforce/apex/MappingController.history';

jest.mock('@salesforce/apex/MappingController.history', () => ({ default: jest.fn() }), {
  virtual: true
});
const history = readHistory as unknown as jest.Mock;

async function show(): Promise<HTMLElement> {
  const element = createElement('c-mapping-history', { is: MappingHistory });
  Object.assign(element, {
    scope: { appliesTo: 'Private Offer', cloud: 'AWS' },
    columns: [{ name: 'use_case', label: 'Use Case' }]
  });
  document.body.appendChild(element);
  for (let i = 0; i < 6; i++) await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-mapping-history', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show who changed what, with the field’s label', async () => {
    history.mockResolvedValue([{ id: 'c', targetField: 'use_case', who: 'Ada' }]);
    const element = await show();

    const data: unknown = Reflect.get(find(element, 'lightning-datatable') ?? {}, 'data');
    expect(history).toHaveBeenCalledWith({ appliesTo: 'Private Offer', cloud: 'AWS' });
    expect(data).toEqual([expect.objectContaining({ label: 'Use Case', who: 'Ada' })]);
    await expect(element).toBeAccessible();
  });

  it('should say that nobody has changed anything', async () => {
    history.mockResolvedValue([]);

    expect(find(await show(), '.empty')).not.toBeNull();
  });

  it('should show what went wrong', async () => {
    history.mockRejectedValue(new Error('No access.'));

    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });
});
