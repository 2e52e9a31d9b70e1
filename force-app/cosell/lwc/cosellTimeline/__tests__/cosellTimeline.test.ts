import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import CosellTimeline from 'c/cosellTimeline';
import readRequests from '@salesforce/apex/CosellCardController.getRequests';
import readSyncs from '@salesforce/apex/CosellCardController.getSyncs';
import retry from '@salesforce/apex/OutboxController.retry';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/CosellCardController.getRequests',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/CosellCardController.getSyncs',
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
}

const adapter = readRequests as unknown as Adapter;
const syncs = readSyncs as unknown as Adapter;
const request = {
  id: 'r1',
  operation: 'Update',
  status: 'Failed',
  message: 'AWS refused it.',
  createdAt: '2026-11-24T10:00:00.000Z',
  createdBy: 'Mara',
  requestId: 'req-7',
  canRetry: true,
  errors: [{ message: 'Too short.' }]
};

async function show(data: unknown, events: unknown = []): Promise<HTMLElement> {
  const element = createElement('c-cosell-timeline', { is: CosellTimeline });
  document.body.appendChild(Object.assign(element, { recordId: 'aST1' }));
  adapter.emit(data);
  syncs.emit(events);
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

describe('c-cosell-timeline', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say what was sent, what became of it, and the id for support', async () => {
    const element = await show([request]);

    const [entry] = all(element, '.entry');
    expect(entry?.textContent).toContain('AWS refused it.');
    expect(entry?.textContent).toContain('Too short.');
    expect(entry?.textContent).toContain('c.Timeline_Support_Id');
  });

  it('should send again what can be sent again, and nothing else', async () => {
    const element = await show([request, { ...request, id: 'r2', canRetry: false }]);

    all(element, '.again').forEach((button) => button.click());
    await Promise.resolve();
    await Promise.resolve();

    expect(retry).toHaveBeenCalledTimes(1);
    expect(retry).toHaveBeenCalledWith({ requestIds: ['r1'] });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('should tell what syncs learned among what was sent, the latest first', async () => {
    const element = await show(
      [request],
      [
        { id: 'created', label: 'Created in Clazar', at: '2026-11-20T10:00:00.000Z' },
        { id: 'read', label: 'Read from Clazar', at: '2026-11-24T11:00:00.000Z' }
      ]
    );

    expect(all(element, '.what').map((what) => what.textContent)).toEqual([
      'Read from Clazar',
      'Update',
      'Created in Clazar'
    ]);
  });

  it('should say that nothing was sent yet', async () => {
    expect(all(await show([]), 'c-data-frame')[0]).toMatchObject({
      isEmpty: true,
      emptyText: 'c.Timeline_Empty'
    });
  });

  it('should be accessible', async () => {
    await expect(await show([request])).toBeAccessible();
  });
});
