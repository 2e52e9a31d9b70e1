import { createElement } from 'lwc';
import CosellForm from 'c/cosellForm';
import readForm from '@salesforce/apex/CosellFormController.getForm';
import checkForm from '@salesforce/apex/CosellFormController.check';
import sendForm from '@salesforce/apex/CosellFormController.send';
import saveDraft from '@salesforce/apex/CosellFormController.saveDraft';
import discardDraft from '@salesforce/apex/CosellFormController.discardDraft';

jest.mock('@salesforce/apex/CosellFormController.getForm', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.check', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.send', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.saveDraft', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/CosellFormController.discardDraft', () => ({ default: jest.fn() }), {
  virtual: true
});

const [form, check, send, save, discard] = [
  readForm,
  checkForm,
  sendForm,
  saveDraft,
  discardDraft
].map((method) => method as unknown as jest.Mock) as [
  jest.Mock,
  jest.Mock,
  jest.Mock,
  jest.Mock,
  jest.Mock
];
const field = (name: string, more: object = {}): object => ({
  name,
  label: name,
  type: 'text',
  isMain: true,
  choices: [],
  ...more
});
const plan = {
  cloud: 'AWS',
  savedValues: null,
  involvementTypes: [{ label: 'Co-Sell', value: 'Co-Sell' }],
  visibilities: [{ label: 'Full', value: 'Full' }],
  sections: [
    {
      name: 'project',
      label: 'Project',
      fields: [
        field('title', { value: 'Deal', origin: 'Opportunity · Name' }),
        field('problem', { type: 'longText' }),
        field('campaign', { isMain: false }),
        field('stage', { locked: true, lockedReason: 'AWS reviews it.' })
      ]
    }
  ]
};
const missing = {
  field: 'problem',
  label: 'Problem',
  code: 'X',
  message: 'Say what the problem is.'
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

async function show(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-cosell-form', { is: CosellForm });
  const given = { action: 'create', cloud: 'AWS', recordId: '006', ...properties };
  document.body.appendChild(Object.assign(element, given));
  await settle();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ...(element.shadowRoot
    ?.querySelector('c-form-frame')
    ?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const names = (element: HTMLElement): (string | undefined)[] =>
  all(element, 'c-form-field').map(({ dataset }) => dataset.name);
const fieldOf = (element: HTMLElement, name: string): HTMLElement | undefined =>
  all(element, 'c-form-field').find(({ dataset }) => dataset.name === name);

async function type(element: HTMLElement, name: string, value: unknown): Promise<void> {
  fieldOf(element, name)?.dispatchEvent(
    new CustomEvent('fieldchange', { detail: { name, value } })
  );
  await settle();
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  await settle();
}

const valuesOf = (mock: jest.Mock): unknown =>
  JSON.parse((mock.mock.lastCall as [{ valuesJson: string }])[0].valuesJson);

describe('c-cosell-form', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    Object.assign(globalThis.crypto, { randomUUID: () => 'key' });
    form.mockResolvedValue(plan);
    check.mockResolvedValue({ ready: true, errors: [], changes: [] });
    send.mockResolvedValue({ success: true, message: 'Sent.', errors: [] });
  });

  afterEach(() => document.body.replaceChildren());

  it('should show only what is needed now', async () => {
    const element = await show();

    expect(names(element)).toEqual(['title', 'problem']);
    await press(element, '.more');
    expect(names(element)).toEqual(['title', 'problem', 'campaign', 'stage']);
  });

  it('should show at once what the cloud wants corrected', async () => {
    expect(names(await show({ action: 'update', wanted: ['campaign'] }))).toContain('campaign');
  });

  it('should say where a value came from until it is changed', async () => {
    const element = await show();

    expect(Reflect.get(fieldOf(element, 'title') ?? {}, 'isMapped')).toBe(true);
    await type(element, 'title', 'Other');
    expect(Reflect.get(fieldOf(element, 'title') ?? {}, 'isMapped')).toBe(false);
    expect(Reflect.get(fieldOf(element, 'title') ?? {}, 'value')).toBe('Other');
  });

  it('should say what is wrong with a field as one leaves it, and nothing of the others', async () => {
    check.mockResolvedValue({
      ready: false,
      errors: [missing, { ...missing, field: 'title' }],
      changes: []
    });
    const element = await show();

    fieldOf(element, 'problem')?.dispatchEvent(
      new CustomEvent('leave', { detail: { name: 'problem' } })
    );
    await settle();

    expect(Reflect.get(fieldOf(element, 'problem') ?? {}, 'error')).toBe(missing.message);
    expect(Reflect.get(fieldOf(element, 'title') ?? {}, 'error')).toBe('');
    expect(all(element, '.problems')).toHaveLength(0);
  });

  it('should list everything that is missing once at the top, with links', async () => {
    check.mockResolvedValue({ ready: false, errors: [missing], changes: [] });
    const element = await show();
    const focused = jest.fn();
    Object.assign(fieldOf(element, 'problem') ?? {}, { focus: focused });

    await press(element, '.review');
    await press(element, '.problems a');

    expect(all(element, '.problems a')[0]?.textContent).toContain(missing.message);
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('should show what exactly changes, and send it with one key', async () => {
    check.mockResolvedValue({
      ready: true,
      errors: [],
      changes: [{ field: 'title', label: 'Title', before: 'Deal', after: 'Other' }]
    });
    const element = await show({ action: 'update', cloud: null, recordId: 'aST' });
    const done = jest.fn();
    element.addEventListener('done', done);
    await type(element, 'title', 'Other');

    await press(element, '.review');
    const shown = all(element, 'tbody td').map((cell) => cell.textContent);
    await press(element, '.send');

    expect(shown).toEqual(['Deal', 'Other']);
    expect(send.mock.lastCall).toEqual([
      {
        action: 'update',
        cloud: null,
        recordId: 'aST',
        valuesJson: '{"title":"Other"}',
        requestKey: 'key'
      }
    ]);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('should submit a new deal at once unless it is told not to', async () => {
    const element = await show();

    await press(element, '.review');
    expect(valuesOf(check)).toEqual({
      involvement_type: 'Co-Sell',
      visibility: 'Full',
      submit: true
    });

    await press(element, '.back');
    all(element, '.submit')[0]?.dispatchEvent(
      new CustomEvent('change', { detail: { checked: false } })
    );
    await settle();
    await press(element, '.review');
    expect(valuesOf(check)).toEqual({ submit: false });
  });

  it('should bring what the cloud refuses back to its field', async () => {
    send.mockResolvedValue({ success: false, message: 'No.', errors: [missing] });
    const element = await show();

    await press(element, '.review');
    await press(element, '.send');

    expect(all(element, '.problems')[0]?.textContent).toContain(missing.message);
  });

  it('should keep what was typed, and go on from it', async () => {
    jest.useFakeTimers();
    const element = await show();
    await type(element, 'title', 'Half');
    jest.runAllTimers();
    jest.useRealTimers();
    await settle();

    expect(valuesOf(save)).toEqual({ title: 'Half' });

    form.mockResolvedValue({
      ...plan,
      savedValues: '{"title":"Half"}',
      savedAt: '2026-11-24T10:00:00.000Z'
    });
    const again = await show();
    expect(Reflect.get(fieldOf(again, 'title') ?? {}, 'value')).toBe('Half');
    await press(again, '.discard');
    expect(discard).toHaveBeenCalledTimes(1);
    expect(Reflect.get(fieldOf(again, 'title') ?? {}, 'value')).toBe('Deal');
  });

  it('should show an error with a way to try again', async () => {
    form.mockRejectedValueOnce({ body: { message: 'Clazar did not answer.' } });
    const element = await show();

    all(element, 'c-error-panel')[0]?.dispatchEvent(new CustomEvent('retry'));
    await settle();

    expect(names(element)).toEqual(['title', 'problem']);
  });

  it('should be accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
