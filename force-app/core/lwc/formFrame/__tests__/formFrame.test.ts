import { createElement } from 'lwc';
import FormFrame from 'c/formFrame';
import { newState } from 'c/formSession';

const missing = { field: 'title', label: 'Title', code: 'REQUIRED', message: 'Fill in Title.' };
const refused = { ...newState(), errors: [missing], isEverythingTouched: true, refusals: 1 };

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-form-frame', { is: FormFrame });
  document.body.appendChild(Object.assign(element, { isOpen: true }, properties));
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

/** What the frame tells when something in it is clicked. */
function told(element: HTMLElement, selector: string, event: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(event, ({ detail }: CustomEventInit) => details.push(detail));
  all(element, selector)[0]?.click();
  return details;
}

describe('c-form-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('should offer nothing before the form is there', async () => {
    const element = await show({ isOpen: false, isLoading: true });

    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(all(element, '[role="status"]')[0]?.textContent).toBe('c.Loading');
  });

  it('should read out everything that is missing, and lead to the field', async () => {
    const element = await show({ state: newState() });

    Object.assign(element, { state: refused });
    await Promise.resolve();

    expect(element.shadowRoot?.activeElement).toBe(all(element, '.problems')[0]);
    expect(all(element, '.problems a')[0]?.textContent).toBe('Title: Fill in Title.');
    expect(told(element, '.problems a', 'problem')).toEqual([{ field: 'title' }]);
  });

  it.each(['cancel', 'review'])('should tell of %s while one fills it in', async (step) => {
    expect(told(await show({ state: newState() }), `.${step}`, step)).toHaveLength(1);
  });

  it.each(['back', 'send'])('should tell of %s in the review', async (step) => {
    const element = await show({ state: { ...newState(), isReview: true } });

    expect(told(element, `.${step}`, step)).toHaveLength(1);
  });

  it('should let a draft be forgotten where that can be', async () => {
    const state = { ...newState(), draftText: 'Draft kept.' };

    expect(all(await show({ state }), '.discard')).toHaveLength(0);
    expect(told(await show({ state, canDiscard: true }), '.discard', 'discard')).toHaveLength(1);
  });

  it('should be accessible', async () => {
    await expect(await show({ state: refused })).toBeAccessible();
  });
});
