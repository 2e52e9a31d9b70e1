import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import OutboxList from 'c/outboxList';
import readFailed from '@salesforce/apex/OutboxController.getFailed';
import retry from '@salesforce/apex/OutboxController.retry';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/OutboxController.getFailed',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex/OutboxController.retry', () => ({ default: jest.fn() }), {
  virtual: true
});

interface Adapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

const adapter = readFailed as unknown as Adapter;
const again = retry as unknown as jest.Mock;
const request = (id: string, more: object = {}): object => ({
  id,
  name: `R-${id}`,
  operation: 'Update Co-Sell',
  status: 'Dead Letter',
  message: 'Clazar refused it.',
  recordId: 'aST1',
  recordName: 'Deal',
  createdAt: '2026-11-24T10:00:00.000Z',
  createdBy: 'Mara',
  attempts: 5,
  canRetry: true,
  ...more
});

async function show(emit: () => void): Promise<HTMLElement> {
  const element = createElement('c-outbox-list', { is: OutboxList });
  document.body.appendChild(element);
  emit();
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
}

describe('c-outbox-list', () => {
  beforeEach(() => jest.clearAllMocks());

  afterEach(() => document.body.replaceChildren());

  it('should say what could not be sent, why, and how often it was tried', async () => {
    const [row] = all(await show(() => adapter.emit([request('1')])), 'tbody tr');

    expect(row?.textContent).toContain('Clazar refused it.');
    expect(row?.textContent).toContain('c.Outbox_Attempts');
  });

  it('should send again only what is chosen', async () => {
    again.mockResolvedValue(1);
    const element = await show(() => adapter.emit([request('1'), request('2')]));

    all(element, 'tbody input')[1]?.click();
    await settle();
    all(element, '.retry')[0]?.click();
    await settle();

    expect(again).toHaveBeenCalledWith({ requestIds: ['2'] });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('should choose all that can be sent again', async () => {
    again.mockResolvedValue(1);
    const element = await show(() =>
      adapter.emit([request('1'), request('2', { canRetry: false })])
    );

    all(element, 'thead input')[0]?.click();
    await settle();
    all(element, '.retry')[0]?.click();

    expect(again).toHaveBeenCalledWith({ requestIds: ['1'] });
  });

  it('should say that nothing waits', async () => {
    const element = await show(() => adapter.emit([]));

    expect(all(element, 'c-data-frame')[0]).toMatchObject({
      isEmpty: true,
      emptyText: 'c.Outbox_Empty'
    });
  });

  it('should show an error', async () => {
    const element = await show(() => adapter.error({ message: 'Broken.' }));

    expect(all(element, 'c-data-frame')[0]).toMatchObject({
      error: { body: { message: 'Broken.' } }
    });
  });

  it('should be accessible', async () => {
    await expect(await show(() => adapter.emit([request('1')]))).toBeAccessible();
  });
});
