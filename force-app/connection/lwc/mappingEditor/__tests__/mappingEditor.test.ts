import { createElement } from 'lwc';
import MappingEditor from 'c/mappingEditor';
import { readValueMap, writeValueMap } from '../valueMap';

jest.mock('lightning/modal', () => {
  const { LightningElement } = jest.requireActual<typeof import('lwc')>('lwc');
  return {
    __esModule: true,
    default: class extends LightningElement {
      close(result: unknown): void {
        this.dispatchEvent(new CustomEvent('closed', { detail: result }));
      }
    }
  };
});
jest.mock(
  '@salesforce/apex/MappingController.fields',
  () => ({ default: jest.fn().mockResolvedValue([]) }),
  { virtual: true }
);

const list = { name: 'stage', label: 'Stage', kind: 'Text', values: ['Open', 'Won'] };
const date = { name: 'close', label: 'Close', kind: 'Date', values: [] };

let closed: jest.Mock;

async function show(column: object, entry: object = {}): Promise<HTMLElement> {
  const element = createElement('c-mapping-editor', { is: MappingEditor });
  Object.assign(element, { column, entry: { targetField: 'x', ...entry } });
  element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
  document.body.appendChild(element);
  for (let i = 0; i < 6; i++) await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

async function change(element: HTMLElement, selector: string, detail: object): Promise<void> {
  const type = selector === 'c-field-picker' ? 'choose' : 'change';
  find(element, selector)?.dispatchEvent(new CustomEvent(type, { detail }));
  for (let i = 0; i < 6; i++) await Promise.resolve();
}

describe('c-mapping-editor', () => {
  beforeEach(() => {
    closed = jest.fn();
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('should offer the cloud’s values as default, and a pair for each value of the field', async () => {
    const element = await show(list, { valueMap: 'New = Open' });

    await change(element, 'c-field-picker', {
      path: 'StageName',
      values: ['New', 'Done'],
      isUpdateable: true
    });

    const pairs = [...(element.shadowRoot?.querySelectorAll('.pair') ?? [])];
    expect(pairs.map((pair) => [Reflect.get(pair, 'label'), Reflect.get(pair, 'value')])).toEqual([
      ['New', 'Open'],
      ['Done', '']
    ]);
    await expect(element).toBeAccessible();
  });

  it('should close with field, default, values and inbound', async () => {
    const element = await show(list);

    await change(element, 'c-field-picker', {
      path: 'StageName',
      values: ['Done'],
      isUpdateable: true
    });
    await change(element, '.default', { value: 'Open' });
    await change(element, '.pair', { value: 'Won' });
    await change(element, '.inbound', { checked: true });
    find(element, '.use')?.click();

    expect(closed).toHaveBeenCalledWith({
      targetField: 'x',
      sourcePath: 'StageName',
      defaultValue: 'Open',
      valueMap: 'Done = Won',
      isInbound: true,
      isReset: false
    });
  });

  it('should not take over changes into fields of other records', async () => {
    const element = await show(list, { sourcePath: 'Account.Name', isInbound: true });

    expect(Reflect.get(find(element, '.inbound') ?? {}, 'disabled')).toBe(true);
    expect(Reflect.get(find(element, '.inbound') ?? {}, 'checked')).toBe(false);
  });

  it('should go back to the packaged mapping, or change nothing', async () => {
    const element = await show(list, { sourcePath: 'StageName' });

    find(element, '.reset')?.click();
    find(element, '.cancel')?.click();

    expect(closed.mock.calls).toEqual([[{ targetField: 'stage', isReset: true }], [null]]);
  });

  it('should ask for a date expression only where the cloud takes a date', async () => {
    expect(find(await show(date), '.expression')).not.toBeNull();
    expect(find(await show(list), '.expression')).toBeNull();
  });
});

describe('A value map', () => {
  it('should read what it writes, and leave out what has no partner', () => {
    const map = readValueMap('New = Open\nA = B = Won\nno sign\n');

    expect([...map]).toEqual([
      ['New', 'Open'],
      ['A = B', 'Won']
    ]);
    map.set('New', '');
    expect(writeValueMap(map)).toBe('A = B = Won');
    expect(readValueMap(undefined).size).toBe(0);
  });

  it('should offer values by their names', async () => {
    const listing = { ...list, valueLabels: ['Open to all', 'Won for ever'] };
    const element = await show(listing);

    const options: unknown = Reflect.get(find(element, '.default') ?? {}, 'options');
    expect(options).toContainEqual({ label: 'Open to all', value: 'Open' });
  });

  it('should ask for nothing but the following field where only the cloud says it', async () => {
    const element = await show({ ...date, isCloudOnly: true }, { sourcePath: 'CloseDate' });

    expect(find(element, '.default')).toBeNull();
    expect(find(element, '.expression')).toBeNull();
    expect(find(element, '.inbound')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
