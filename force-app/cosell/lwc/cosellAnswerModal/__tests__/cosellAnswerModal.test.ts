import { createElement } from 'lwc';
import CosellAnswerModal from 'c/cosellAnswerModal';
import accept from '@salesforce/apex/CosellFormController.accept';
import reject from '@salesforce/apex/CosellFormController.reject';
import readForm from '@salesforce/apex/CosellFormController.getForm';

jest.mock('@salesforce/apex/CosellFormController.accept', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.reject', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.getForm', () => ({ default: jest.fn() }), {
  virtual: true
});

const done = { success: true, message: 'Done.' };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-cosell-answer-modal', {
    is: CosellAnswerModal as never
  }) as unknown as HTMLElement;
  Object.assign(element, { heading: 'Accept', cosellId: 'aST1', ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

async function choose(element: HTMLElement, selector: string, value: string): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function send(element: HTMLElement): Promise<void> {
  find(element, '.do')?.click();
  await settle();
}

describe('c-cosell-answer-modal', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    (accept as unknown as jest.Mock).mockResolvedValue(done);
    (reject as unknown as jest.Mock).mockResolvedValue(done);
    (readForm as unknown as jest.Mock).mockResolvedValue({
      rejectionReasons: [{ label: 'No fit', value: 'NO_FIT' }]
    });
  });

  afterEach(() => document.body.replaceChildren());

  it('should link an accepted deal to the Opportunity from whose page it is accepted', async () => {
    await send(await show({ opportunityId: '006' }));

    expect(accept).toHaveBeenCalledWith({
      cosellOpportunityId: 'aST1',
      opportunityId: '006',
      createOpportunity: false
    });
  });

  it('should create an Opportunity from elsewhere, unless told otherwise', async () => {
    await send(await show({}));
    expect(accept).toHaveBeenCalledWith(expect.objectContaining({ createOpportunity: true }));

    const element = await show({});
    await choose(element, '.how', 'only');
    await send(element);
    expect(accept).toHaveBeenLastCalledWith(expect.objectContaining({ createOpportunity: false }));
  });

  it('should ask for a reason before it rejects', async () => {
    const element = await show({ isRejection: true });
    await send(element);
    expect(find(element, '.problem')?.textContent).toBe('c.Cosell_Reject_Reason_Missing');

    await choose(element, '.reason', 'NO_FIT');
    await choose(element, '.words', 'Too small.');
    await send(element);

    expect(reject).toHaveBeenCalledWith({
      cosellOpportunityId: 'aST1',
      reason: 'NO_FIT',
      remark: 'Too small.'
    });
  });

  it('should stay open and say why the cloud refused', async () => {
    (accept as unknown as jest.Mock).mockResolvedValue({ success: false, message: 'Too late.' });
    const element = await show({});

    await send(element);

    expect(find(element, '.problem')?.textContent).toBe('Too late.');
  });

  it('should be accessible', async () => {
    await expect(await show({})).toBeAccessible();
  });
});
