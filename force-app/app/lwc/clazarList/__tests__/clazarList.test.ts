import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ClazarList from 'c/clazarList';
import readPage from '@salesforce/apex/ListController.page';
import countRows from '@salesforce/apex/ListController.count';
import acceptOne from '@salesforce/apex/CosellFormController.accept';
import LightningConfirm from 'lightning/confirm';
import { download } from 'c/download';
import { csvOf, csvValue } from '../csv';

jest.mock('@salesforce/apex/ListController.page', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/ListController.count', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.accept', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('lightning/confirm', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/download', () => ({ download: jest.fn() }));

const page = readPage as unknown as jest.Mock;
const count = countRows as unknown as jest.Mock;
const saved = download as unknown as jest.Mock;
const row = (id: string, more: object = {}): object => ({ id, name: `Offer ${id}`, ...more });
const answer = (rows: object[], next?: string): object => ({ isVisible: true, rows, next });

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}

async function show(listName = 'offers', state?: object): Promise<HTMLElement> {
  const element = createElement('c-clazar-list', { is: ClazarList });
  document.body.appendChild(Object.assign(element, { listName }));
  if (state !== undefined) (CurrentPageReference as unknown as Adapter).emit({ state });
  await settle();
  return element;
}

interface Adapter {
  emit(data: unknown): void;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const tell = (element: HTMLElement | null, name: string, detail: object): unknown =>
  element?.dispatchEvent(new CustomEvent(name, { detail }));
const lastRequest = (): unknown => (page.mock.lastCall as [{ request: unknown }])[0].request;

describe('c-clazar-list', () => {
  beforeEach(() => {
    window.localStorage.clear();
    jest.clearAllMocks();
    page.mockResolvedValue(answer([row('1'), row('2')]));
    count.mockResolvedValue(2);
  });

  afterEach(() => document.body.replaceChildren());

  it('should show the first page and how many records there are', async () => {
    const element = await show();

    expect(Reflect.get(find(element, 'c-windowed-table') ?? {}, 'rows')).toHaveLength(2);
    expect(find(element, '.count')?.textContent).toContain('c.List_Shown');
  });

  it('should read on where the page before ended', async () => {
    page.mockResolvedValueOnce(answer([row('1')], 'text:1:Offer 1'));
    const element = await show();

    tell(find(element, 'c-windowed-table'), 'more', {});
    await settle();

    expect(lastRequest()).toMatchObject({ after: 'text:1:Offer 1' });
    expect(Reflect.get(find(element, 'c-windowed-table') ?? {}, 'rows')).toHaveLength(3);
  });

  it('should open with the view and filter of the address', async () => {
    await show('cosell', { c__view: 'invitations', c__cloud: 'AWS', c__stage: 'Prospect' });

    expect(lastRequest()).toMatchObject({
      listName: 'cosell',
      view: 'invitations',
      filters: { cloud: 'AWS', stage: 'Prospect' }
    });
  });

  it('should open as it was left', async () => {
    tell(find(await show(), '.view'), 'change', { value: 'expiring' });

    await show();

    expect(lastRequest()).toMatchObject({ view: 'expiring' });
  });

  it('should sort by a heading, and turn the order when it is pressed again', async () => {
    const element = await show();

    tell(find(element, 'c-windowed-table'), 'sort', { column: 'amount' });
    expect(lastRequest()).toMatchObject({ sortBy: 'amount', isDescending: false });
    tell(find(element, 'c-windowed-table'), 'sort', { column: 'amount' });
    expect(lastRequest()).toMatchObject({ sortBy: 'amount', isDescending: true });
  });

  it('should search when typing pauses', async () => {
    jest.useFakeTimers();
    const element = await show();

    tell(find(element, '.search'), 'change', { value: 'al' });
    tell(find(element, '.search'), 'change', { value: 'alder ' });
    jest.runAllTimers();
    jest.useRealTimers();

    expect(page).toHaveBeenCalledTimes(2);
    expect(lastRequest()).toMatchObject({ search: 'alder' });
  });

  it('should forget an answer to an older question', async () => {
    const element = await show();
    let finish: (value: unknown) => void = () => undefined;
    page.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    tell(find(element, '.view'), 'change', { value: 'accepted' });
    tell(find(element, '.view'), 'change', { value: 'all' });
    await settle();

    finish(answer([row('old')]));
    await settle();

    expect(Reflect.get(find(element, 'c-windowed-table') ?? {}, 'rows')).toHaveLength(2);
  });

  it('should offer only what can be done with a row', async () => {
    const element = await show();
    const actionsOf = Reflect.get(find(element, 'c-windowed-table') ?? {}, 'actionsOf') as (
      given: object
    ) => { name: string }[];

    expect(actionsOf(row('1', { status: 'Accepted', cloudUrl: 'https://x' }))).toEqual([]);
    expect(
      actionsOf(row('1', { status: 'Pending Acceptance', cloudUrl: 'https://x' }))[0]?.name
    ).toBe('copy');
  });

  it('should export every page', async () => {
    const element = await show();
    page
      .mockResolvedValueOnce(answer([row('1')], 'next'))
      .mockResolvedValueOnce(answer([row('2')]));

    find(element, '.export-all')?.click();
    await settle();

    const [{ text }] = saved.mock.lastCall as [{ text: string }];
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('should export only what is selected', async () => {
    const element = await show();
    tell(find(element, 'c-windowed-table'), 'select', { ids: ['2'] });
    await settle();

    find(element, '.export-selected')?.click();

    const [{ text }] = saved.mock.lastCall as [{ text: string }];
    expect(text).toContain('Offer 2');
    expect(text).not.toContain('Offer 1');
  });

  it.each(['=1+1', '+1', '-1', '@SUM', '\tx', '\rx'])(
    'should not export %j as a formula',
    (text) => {
      expect(csvValue(text)).toBe(`"'${text}"`);
    }
  );

  it('should quote quotes, and keep numbers numbers', () => {
    const columns = [{ key: 'a', label: 'A', kind: 'text' as const, isSortable: true }];

    expect(
      csvOf(columns, [
        { id: '1', a: 'say "hi"' },
        { id: '2', a: -5 }
      ])
    ).toBe('"A"\r\n"say ""hi"""\r\n-5\r\n');
  });

  it('should accept several invitations, after a question, and say what failed', async () => {
    const accept = acceptOne as unknown as jest.Mock;
    (LightningConfirm.open as unknown as jest.Mock).mockResolvedValue(true);
    accept.mockResolvedValueOnce({ success: true });
    accept.mockResolvedValueOnce({ success: false, message: 'Too late.' });
    page.mockResolvedValue(
      answer([row('1', { status: 'Invited' }), row('2', { status: 'Invited' })])
    );
    const element = await show('cosell');
    tell(find(element, 'c-windowed-table'), 'select', { ids: ['1', '2'] });
    await settle();

    find(element, '.accept-selected')?.click();
    await settle();
    await settle();

    expect(accept).toHaveBeenCalledTimes(2);
    expect(find(element, '.count')?.textContent).toContain('c.List_Accept_Failed');
  });

  it('should not offer to accept what is no invitation', async () => {
    page.mockResolvedValue(answer([row('1', { status: 'Invited' }), row('2', { status: 'Won' })]));
    const element = await show('cosell');

    tell(find(element, 'c-windowed-table'), 'select', { ids: ['1', '2'] });
    await settle();

    expect(find(element, '.accept-selected')).toBeNull();
  });

  it('should say that there is nothing, and that one may not see it', async () => {
    page.mockResolvedValue(answer([]));
    expect(find(await show(), '.note')?.textContent).toContain('c.List_Nothing');

    page.mockResolvedValue({ isVisible: false, rows: [] });
    expect(find(await show(), '.note')?.textContent).toContain('c.List_No_Access');
  });

  it('should show an error and read again when asked', async () => {
    page.mockRejectedValueOnce({ body: { message: 'Broken.' } });
    const element = await show();

    tell(find(element, 'c-error-panel'), 'retry', {});
    await settle();

    expect(page).toHaveBeenCalledTimes(2);
    expect(find(element, 'c-error-panel')).toBeNull();
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
