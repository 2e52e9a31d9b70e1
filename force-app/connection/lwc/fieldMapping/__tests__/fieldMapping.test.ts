import { createElement } from 'lwc';
import { isAdmin } from 'c/adminAccess';
import FieldMapping from 'c/fieldMapping';
import MappingEditor from 'c/mappingEditor';
import { download } from 'c/download';
import readColumns from '@salesforce/apex/MappingController.columns';
import saveMapping from '@salesforce/apex/MappingController.save';
import previewMapping from '@salesforce/apex/MappingController.preview';
import findOpportunities from '@salesforce/apex/MappingController.opportunities';
import { exported, imported } from '../transfer';

jest.mock('c/download', () => ({ download: jest.fn() }));
jest.mock('@salesforce/apex/MappingController.columns', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/MappingController.save', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/MappingController.preview', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/MappingController.fields', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/MappingController.history', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/MappingController.opportunities',
  () => ({ default: jest.fn().mockResolvedValue([{ Id: '006', Name: 'Big deal' }]) }),
  { virtual: true }
);
jest.mock('c/adminAccess', () => ({ isAdmin: jest.fn() }));

const admin = isAdmin as jest.Mock;
const mocks = {
  columns: readColumns as unknown as jest.Mock,
  save: saveMapping as unknown as jest.Mock,
  preview: previewMapping as unknown as jest.Mock,
  edit: MappingEditor.open as jest.Mock,
  download: download as jest.Mock
};

const cosell = { appliesTo: 'Co-Sell Opportunity', cloud: 'AWS' };

const column = (name: string, label: string, more: object = {}) => ({
  name,
  label,
  kind: 'Text',
  isRequired: false,
  isRequiredSometimes: false,
  values: [],
  entry: { targetField: name },
  packaged: { targetField: name },
  isOwn: false,
  ...more
});
const company = column('company', 'Company', {
  isRequired: true,
  entry: { targetField: 'company', sourcePath: 'Account.Name' }
});
const site = column('site', 'Website', {
  isOwn: true,
  entry: { targetField: 'site', defaultValue: 'acme.example', isInbound: true }
});
const notes = column('notes', 'Notes');

async function settle(): Promise<void> {
  for (let i = 0; i < 14; i++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-field-mapping', { is: FieldMapping });
  document.body.appendChild(element);
  await settle();
  return element;
}

function all(element: HTMLElement, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

const names = (element: HTMLElement) =>
  all(element, 'tbody lightning-button-icon').map(({ dataset }) => dataset['name']);

async function change(element: HTMLElement, selector: string, value: string): Promise<void> {
  const [target] = all(element, selector);
  target?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function click(element: HTMLElement, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  await settle();
}

/** Edits the field's mapping to `entry`. */
async function edit(element: HTMLElement, name: string, entry: object): Promise<void> {
  mocks.edit.mockResolvedValueOnce({ targetField: name, ...entry });
  await click(element, `[data-name="${name}"]`);
}

describe('c-field-mapping', () => {
  beforeEach(() => {
    admin.mockReset().mockReturnValue(true);
    mocks.columns.mockReset().mockResolvedValue([company, site, notes]);
    mocks.save.mockReset().mockResolvedValue([]);
    mocks.preview
      .mockReset()
      .mockResolvedValue([{ targetField: 'company', value: 'Acme', origin: 'Account · Name' }]);
    mocks.edit.mockReset();
    mocks.download.mockReset();
  });
  afterEach(() => document.body.replaceChildren());

  it('should show how every field is filled', async () => {
    const element = await show();

    expect(names(element)).toEqual(['company', 'site', 'notes']);
    expect(all(element, '.source')[0]?.textContent).toContain('Account › Name');
    expect(all(element, '.required')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['required', ['company']],
    ['open', ['notes']],
    ['own', ['site']],
    ['inbound', ['site']],
    ['all', ['company', 'site', 'notes']]
  ])('should show fields that are: %s', async (filter, expected) => {
    const element = await show();

    await change(element, '.filter', filter);

    expect(names(element)).toEqual(expected);
  });

  it('should find fields by label, name and what fills them', async () => {
    const element = await show();

    await change(element, '.search', 'account');

    expect(names(element)).toEqual(['company']);
  });

  it('should say that nothing fits', async () => {
    const element = await show();

    await change(element, '.search', 'nothing like this');

    expect(all(element, '.none')).toHaveLength(1);
  });

  it('should try the mapping with an opportunity', async () => {
    const element = await show();

    await change(element, '.record', '006');

    expect(all(element, '.preview').map(({ textContent }) => textContent?.trim())).toEqual([
      'AcmeAccount · Name',
      'c.Map_Empty',
      'c.Map_Empty'
    ]);
    await expect(element).toBeAccessible();
  });

  it('should keep changes until they are saved, and try them first', async () => {
    const element = await show();
    await change(element, '.record', '006');

    await edit(element, 'notes', { defaultValue: 'None' });
    expect(mocks.preview).toHaveBeenLastCalledWith(
      expect.objectContaining({
        entries: [expect.objectContaining({ targetField: 'notes', defaultValue: 'None' })]
      })
    );
    await click(element, '.save');

    expect(mocks.save).toHaveBeenCalledWith({
      ...cosell,
      entries: [expect.objectContaining({ targetField: 'notes', isReset: false })]
    });
    expect(all(element, '.unsaved')).toHaveLength(0);
    expect(all(element, '.message')[0]?.textContent).toBe('c.Map_Saved');
  });

  it('should change nothing when the editor is cancelled', async () => {
    const element = await show();

    await click(element, '[data-name="notes"]');

    expect(all(element, '.unsaved')).toHaveLength(0);
  });

  it('should show problems at their fields and keep the changes', async () => {
    const element = await show();
    mocks.save.mockResolvedValue([{ targetField: 'notes', message: 'Not a value.' }]);
    await edit(element, 'notes', { defaultValue: 'Nonsense' });

    await click(element, '.save');

    expect(all(element, '.target .problem')[0]?.textContent).toBe('Not a value.');
    expect(all(element, '.unsaved')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('should forget changes', async () => {
    const element = await show();
    await edit(element, 'notes', { defaultValue: 'None' });

    await click(element, '.discard');

    expect(all(element, '.unsaved')).toHaveLength(0);
    expect(mocks.save).not.toHaveBeenCalled();
  });

  it('should show another cloud', async () => {
    const element = await show();

    await change(element, '.cloud', 'Azure');

    expect(mocks.columns).toHaveBeenLastCalledWith({ ...cosell, cloud: 'Azure' });
  });

  it('should show private offers, also of clouds that have no co-sell', async () => {
    const element = await show();

    await change(element, '.subject', 'Private Offer');
    await change(element, '.cloud', 'GCP');

    expect(mocks.columns).toHaveBeenLastCalledWith({ appliesTo: 'Private Offer', cloud: 'GCP' });
    await change(element, '.subject', 'Co-Sell Opportunity');
    expect(mocks.columns).toHaveBeenLastCalledWith(cosell);
  });

  it('should show values by their names, and what only the cloud says as followed', async () => {
    const listing = column('listing', 'Listing', {
      values: ['l1'],
      valueLabels: ['Northwind Analytics'],
      entry: { targetField: 'listing', defaultValue: 'l1' }
    });
    const status = column('status', 'Status', {
      isCloudOnly: true,
      entry: { targetField: 'status', sourcePath: 'NextStep', isInbound: true }
    });
    mocks.columns.mockResolvedValue([listing, status]);
    const element = await show();

    expect(all(element, '.otherwise')[0]?.textContent).toBe('Northwind Analytics');
    expect(all(element, '.source')[1]?.textContent).toContain('c.Map_Follows');
  });

  it('should find the opportunity to try the mapping with', async () => {
    const element = await show();

    await change(element, '.find', 'Acme');

    expect(findOpportunities).toHaveBeenLastCalledWith({ search: 'Acme' });
  });

  it('should export what was changed here', async () => {
    await click(await show(), '.export');

    const [[{ text }]] = mocks.download.mock.calls as [[{ text: string }]];
    expect(JSON.parse(text)).toMatchObject({ cloud: 'AWS', entries: [{ targetField: 'site' }] });
  });

  it('should read a file into changes that are not saved yet', async () => {
    const element = await show();
    const [input] = all(element, '.file');
    const file = { text: () => Promise.resolve(exported(cosell, [site])) };
    Object.defineProperty(input, 'files', { value: [file] });

    input?.dispatchEvent(new CustomEvent('change'));
    await settle();

    expect(all(element, '.unsaved')).toHaveLength(1);
  });

  it('should show what went wrong', async () => {
    mocks.columns.mockRejectedValue(new Error('No access.'));

    expect(all(await show(), 'c-error-panel')).toHaveLength(1);
  });

  it('should say whom to ask who is no admin', async () => {
    admin.mockReturnValue(false);
    const element = await show();

    expect(all(element, '.no-access')).toHaveLength(1);
    expect(mocks.columns).not.toHaveBeenCalled();
  });
});

describe('A file of mappings', () => {
  it('should come back as it went', () => {
    expect(imported(cosell, exported(cosell, [company, site])).entries).toEqual([
      { targetField: 'site', defaultValue: 'acme.example', isInbound: true }
    ]);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['something else', '{"a":1}'],
    ['another version', '{"clazarFieldMapping":2,"cloud":"AWS","entries":[]}'],
    ['another cloud', '{"clazarFieldMapping":1,"cloud":"Azure","entries":[]}'],
    [
      'about offers',
      '{"clazarFieldMapping":1,"appliesTo":"Private Offer","cloud":"AWS","entries":[]}'
    ],
    ['no entries', '{"clazarFieldMapping":1,"cloud":"AWS","entries":[7]}']
  ])('should be refused when it is %s', (_, text) => {
    const { entries, problem } = imported(cosell, text);

    expect(entries).toEqual([]);
    expect(problem).not.toBeUndefined();
  });
});
