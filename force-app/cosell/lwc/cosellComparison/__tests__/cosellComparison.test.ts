import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import CosellComparison from 'c/cosellComparison';
import readComparison from '@salesforce/apex/CosellCardController.getComparison';
import takeTheirs from '@salesforce/apex/CosellFormController.takeTheirs';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/CosellCardController.getComparison',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex/CosellFormController.takeTheirs', () => ({ default: jest.fn() }), {
  virtual: true
});

interface Adapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

const adapter = readComparison as unknown as Adapter;
const rows = [
  { field: 'a', label: 'Title', ours: 'Deal', theirs: 'Deal', isDifferent: false, canTake: false },
  {
    field: 'b',
    label: 'Stage',
    ours: 'Qualified',
    theirs: 'Prospect',
    isDifferent: true,
    canTake: true
  },
  {
    field: 'c',
    label: 'Owner',
    ours: 'Mara',
    theirs: 'Adam',
    isDifferent: true,
    canTake: false,
    reason: 'Only AWS changes it.'
  }
];

async function show(emit: () => void): Promise<HTMLElement> {
  const element = createElement('c-cosell-comparison', { is: CosellComparison });
  document.body.appendChild(Object.assign(element, { recordId: 'aST1' }));
  emit();
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const frameOf = (element: HTMLElement): Element | undefined => all(element, 'c-data-frame')[0];

describe('c-cosell-comparison', () => {
  beforeEach(() => jest.clearAllMocks());

  afterEach(() => document.body.replaceChildren());

  it('should show first what differs, and say why a value cannot be taken', async () => {
    const element = await show(() => adapter.emit(rows));

    expect(all(element, 'tbody th').map((cell) => cell.textContent)).toEqual([
      'Stage',
      'Owner',
      'Title'
    ]);
    expect(all(element, '.why').map((cell) => cell.textContent)).toEqual(['Only AWS changes it.']);
  });

  it("should take AWS's value and read again", async () => {
    (takeTheirs as unknown as jest.Mock).mockResolvedValue({ success: true, message: 'Taken.' });
    const element = await show(() => adapter.emit(rows));

    all(element, 'lightning-button')[0]?.click();
    await Promise.resolve();
    await Promise.resolve();

    expect(takeTheirs).toHaveBeenCalledWith({ cosellOpportunityId: 'aST1', fields: ['b'] });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('should say that there is nothing to compare yet', async () => {
    const element = await show(() => adapter.emit([]));

    expect(frameOf(element)).toMatchObject({ isEmpty: true, emptyText: 'c.Compare_Empty' });
  });

  it('should show an error', async () => {
    const element = await show(() => adapter.error({ message: 'Broken.' }));

    expect(frameOf(element)).toMatchObject({ error: { body: { message: 'Broken.' } } });
  });

  it('should be accessible', async () => {
    await expect(await show(() => adapter.emit(rows))).toBeAccessible();
  });
});
