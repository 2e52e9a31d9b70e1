import { createElement } from 'lwc';
import FieldPicker from 'c/fieldPicker';
import readFields from '@salesforce/apex/MappingController.fields';

jest.mock('@salesforce/apex/MappingController.fields', () => ({ default: jest.fn() }), {
  virtual: true
});
const fields = readFields as unknown as jest.Mock;

const field = (name: string, fits: string[], more: object = {}) => ({
  name,
  label: `${name} label`,
  type: 'STRING',
  fits,
  values: [],
  isUpdateable: true,
  ...more
});
const ofOpportunity = [
  field('Name', ['Text']),
  field('CloseDate', ['Date', 'Text']),
  field('AccountId', ['Text'], { relationshipName: 'Account', referenceTo: 'Account' })
];

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}

async function show(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-field-picker', { is: FieldPicker });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

function all(element: HTMLElement, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

const offered = (element: HTMLElement) =>
  all(element, '.field').map(({ dataset }) => dataset['name']);

describe('c-field-picker', () => {
  beforeEach(() =>
    fields
      .mockReset()
      .mockImplementation(({ objectName }: { objectName: string }) =>
        Promise.resolve(objectName === 'Account' ? [field('Website', ['Text'])] : ofOpportunity)
      )
  );
  afterEach(() => document.body.replaceChildren());

  it('should offer only fields of the kind', async () => {
    const element = await show({ kind: 'Date' });

    expect(offered(element)).toEqual(['CloseDate']);
    expect(all(element, 'lightning-button-icon')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('should follow a lookup and choose behind it', async () => {
    const element = await show();
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));

    all(element, 'lightning-button-icon')[0]?.click();
    await settle();
    all(element, '.field')[0]?.click();

    expect(chosen).toHaveBeenCalledWith(expect.objectContaining({ path: 'Account.Website' }));
  });

  it('should go back over the lookups', async () => {
    const element = await show();
    all(element, 'lightning-button-icon')[0]?.click();
    await settle();

    all(element, '.crumbs button')[0]?.click();
    await settle();

    expect(offered(element)).toEqual(['Name', 'CloseDate', 'AccountId']);
  });

  it('should find fields by label and name', async () => {
    const element = await show();

    const detail = { value: 'close' };
    all(element, 'lightning-input')[0]?.dispatchEvent(new CustomEvent('change', { detail }));
    await settle();

    expect(offered(element)).toEqual(['CloseDate']);
  });

  it('should mark what is chosen, and take it back', async () => {
    const element = await show({ path: 'Name' });
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));

    all(element, '.clear')[0]?.click();

    expect(all(element, '[aria-pressed="true"]').map(({ dataset }) => dataset['name'])).toEqual([
      'Name'
    ]);
    expect(chosen).toHaveBeenCalledWith(expect.objectContaining({ path: '' }));
  });

  it('should say that nothing fits, and what went wrong', async () => {
    const empty = await show({ kind: 'Number' });
    fields.mockRejectedValue(new Error('No access.'));
    const failed = await show();

    const detail = { value: 'nothing like this' };
    all(empty, 'lightning-input')[0]?.dispatchEvent(new CustomEvent('change', { detail }));
    await settle();

    expect(all(empty, '.none')).toHaveLength(1);
    expect(all(failed, 'c-error-panel')).toHaveLength(1);
  });
});
