import { createElement } from 'lwc';
import HomeSync from 'c/homeSync';

jest.mock(
  '@salesforce/apex/SyncController.status',
  () => ({ default: jest.fn().mockResolvedValue({}) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/SyncController.start', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/SyncController.cancel', () => ({ default: jest.fn() }), {
  virtual: true
});

const counts = { offers: 4, contracts: 3, buyers: 2, listings: 1, problems: 0 };

async function show(given: object = counts): Promise<HTMLElement> {
  const element = createElement('c-home-sync', { is: HomeSync });
  Object.assign(element, { counts: given });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function texts(element: HTMLElement, selector: string): (string | null)[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(
    (found) => found.textContent
  );
}

describe('c-home-sync', () => {
  afterEach(() => document.body.replaceChildren());

  it('should count what the sync has brought', async () => {
    expect(texts(await show(), 'dd')).toEqual(['4', '3', '2', '1', 'c.Home_Problems_None']);
  });

  it('should lead to the records that could not be saved', async () => {
    const element = await show({ ...counts, problems: 2 });

    const link = element.shadowRoot?.querySelector('.problems c-page-link');

    expect(Reflect.get(link ?? {}, 'label')).toBe('c.Home_Problems_Count');
    expect(Reflect.get(link ?? {}, 'listName')).toBe('Open');
  });

  it('should leave out problems that the user may not see', async () => {
    expect(texts(await show({ ...counts, problems: undefined }), '.problems')).toEqual([]);
  });

  it('should tell when a sync ends', async () => {
    const element = await show();
    const heard = jest.fn();
    element.addEventListener('synced', heard);

    element.shadowRoot?.querySelector('c-sync-now')?.dispatchEvent(new CustomEvent('synced'));

    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
