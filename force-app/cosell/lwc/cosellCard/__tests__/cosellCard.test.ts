import { createElement } from 'lwc';
import CosellCard from 'c/cosellCard';
import CosellAnswerModal from 'c/cosellAnswerModal';
import CosellFormModal from 'c/cosellFormModal';
import link from '@salesforce/apex/CosellFormController.link';
import refresh from '@salesforce/apex/CosellCardController.refresh';
import retry from '@salesforce/apex/OutboxController.retry';
import readRequests from '@salesforce/apex/CosellCardController.getRequests';

jest.mock('c/cosellAnswerModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/cosellFormModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('@salesforce/apex/CosellFormController.link', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellCardController.refresh', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellCardController.getRequests', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/OutboxController.retry', () => ({ default: jest.fn() }), {
  virtual: true
});

const openAnswer = CosellAnswerModal.open as unknown as jest.Mock;
const openForm = CosellFormModal.open as unknown as jest.Mock;
const asMock = (method: unknown): jest.Mock => method as jest.Mock;
const soon = new Date(Date.now() + 28.5 * 3_600_000).toISOString();
const view = {
  id: 'aST1',
  name: 'Data platform',
  cloud: 'AWS',
  cloudId: 'O123',
  cloudUrl: 'https://aws.example/O123',
  status: 'Approved',
  stage: 'Qualified',
  awsStage: 'Prospect',
  amount: 1000,
  currencyCode: 'USD',
  targetCloseDate: '2030-01-01',
  opportunityId: '006A',
  opportunityName: 'Deal',
  nextStep: 'update',
  nextStepLabel: 'Keep AWS up to date',
  nextStepReason: 'AWS sees what you send.',
  canUpdate: true,
  canLink: true,
  openFields: ['project_description'],
  steps: [
    { name: 'create', label: 'Created', state: 'done' },
    { name: 'review', label: 'Review', state: 'now' }
  ],
  differences: 2,
  failed: 0,
  pending: 0
};
const invitation = {
  ...view,
  status: 'Invited',
  acceptBy: soon,
  nextStep: 'answer',
  canAccept: true,
  canReject: true,
  canUpdate: false,
  steps: []
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-cosell-card', { is: CosellCard });
  document.body.appendChild(Object.assign(element, properties));
  await settle();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const buttons = (element: HTMLElement): string[] =>
  all(element, '.buttons lightning-button').map(({ className }) => className);

async function press(element: HTMLElement, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  await settle();
}

function heard(element: HTMLElement, name: string): jest.Mock {
  const handler = jest.fn();
  element.addEventListener(name, handler);
  return handler;
}

describe('c-cosell-card', () => {
  beforeEach(() => jest.resetAllMocks());

  afterEach(() => document.body.replaceChildren());

  it('should show the state, the way and what AWS sees', async () => {
    const element = await show({ view });

    expect(all(element, '.step').map((step) => step.textContent)).toEqual(['✓ Created', 'Review']);
    expect(all(element, '.facts')[0]?.textContent).toContain('$1,000');
    expect(all(element, '.facts')[0]?.textContent).toContain('c.Cosell_Aws_Sees');
  });

  it('should offer only what can be done now', async () => {
    expect(buttons(await show({ view }))).toEqual(['update']);
    expect(buttons(await show({ view: invitation }))).toEqual(['accept', 'reject']);
    expect(buttons(await show({ view: invitation, isReadOnly: true }))).toEqual([]);
  });

  it('should count down while an invitation waits', async () => {
    expect(all(await show({ view: invitation }), '.deadline')[0]?.textContent).toBe(
      'c.Cosell_Time_Left'
    );
  });

  it('should answer an invitation for the Opportunity on whose page it stands', async () => {
    openAnswer.mockResolvedValue({ message: 'Accepted.' });
    const element = await show({ view: invitation, opportunityId: '006B' });
    const [changed, toast] = [heard(element, 'changed'), heard(element, 'lightning__showtoast')];

    await press(element, '.accept');

    expect(openAnswer.mock.lastCall).toMatchObject([
      { cosellId: 'aST1', opportunityId: '006B', isRejection: false }
    ]);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('should do nothing when an answer is cancelled', async () => {
    const element = await show({ view: invitation });
    const changed = heard(element, 'changed');

    await press(element, '.reject');

    expect(openAnswer.mock.lastCall).toMatchObject([{ isRejection: true }]);
    expect(changed).not.toHaveBeenCalled();
  });

  it('should open the form with the fields that AWS wants corrected', async () => {
    openForm.mockResolvedValue(undefined);

    await press(await show({ view: { ...view, nextStep: 'correct' } }), '.update');

    expect(openForm.mock.lastCall).toMatchObject([
      { action: 'update', recordId: 'aST1', wanted: ['project_description'] }
    ]);
  });

  it('should link only from the page of another Opportunity', async () => {
    asMock(link).mockResolvedValue({ message: 'Linked.' });
    expect(buttons(await show({ view, opportunityId: '006A' }))).not.toContain('link');

    await press(await show({ view, opportunityId: '006B' }), '.link');

    expect(link).toHaveBeenCalledWith({ cosellOpportunityId: 'aST1', opportunityId: '006B' });
  });

  it('should send again what failed', async () => {
    asMock(readRequests).mockResolvedValue([
      { id: 'r1', canRetry: true },
      { id: 'r2', canRetry: false }
    ]);

    await press(await show({ view: { ...view, nextStep: 'retry', failed: 1 } }), '.retry');

    expect(retry).toHaveBeenCalledWith({ requestIds: ['r1'] });
  });

  it('should say so when Clazar cannot be reached', async () => {
    asMock(refresh).mockRejectedValue({ body: { message: 'Clazar did not answer.' } });
    const element = await show({ view });

    await press(element, '.again');

    expect(all(element, 'c-error-panel')).toHaveLength(1);
  });

  it('should not call done what Clazar did not answer', async () => {
    asMock(refresh).mockResolvedValue({ success: false, message: 'Clazar did not answer.' });
    const element = await show({ view });

    await press(element, '.again');

    expect(all(element, 'c-error-panel')).toHaveLength(1);
  });

  it('should be accessible', async () => {
    await expect(await show({ view })).toBeAccessible();
  });
});
