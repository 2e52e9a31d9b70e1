import { createElement } from 'lwc';
import SetupStep from 'c/setupStep';

const text = {
  name: 'access',
  number: 1,
  title: 'Give access',
  why: 'People need it.',
  fixes: ['Open.', 'Press.'],
  links: [{ label: 'Open Setup', url: '/lightning/setup/PermSets/home' }]
};

async function show(more: object): Promise<HTMLElement> {
  const element = createElement('c-setup-step', { is: SetupStep });
  Object.assign(element, { step: { ...text, ...more } });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

const isOpen = (element: HTMLElement): boolean =>
  find(element, '.body')?.classList.contains('slds-hide') === false;

describe('c-setup-step', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['done', 'utility:success', false],
    ['todo', 'utility:warning', true],
    ['unknown', 'utility:question', true]
  ])('should show a step that is %s', async (state, icon, open) => {
    const element = await show({ finding: { state, message: 'So it is.', details: ['More'] } });

    expect(Reflect.get(find(element, '.mark lightning-icon') ?? {}, 'iconName')).toBe(icon);
    expect(find(element, '.message')?.textContent).toBe('So it is.');
    expect(isOpen(element)).toBe(open);
    await expect(element).toBeAccessible();
  });

  it('should show that it is looking', async () => {
    const element = await show({});

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    expect(Reflect.get(find(element, '.check') ?? {}, 'disabled')).toBe(true);
  });

  it('should show what went wrong, and not guess a state', async () => {
    const element = await show({ error: new Error('No access.') });

    expect(find(element, 'c-error-panel')).not.toBeNull();
    expect(find(element, '.word')?.textContent).toBe('c.Setup_State_Unknown');
  });

  it('should show how it is done, and hide it again', async () => {
    const element = await show({ finding: { state: 'done', message: '', details: [] } });

    find(element, '.toggle')?.click();
    await Promise.resolve();
    const opened = isOpen(element);
    find(element, '.toggle')?.click();
    await Promise.resolve();

    expect([opened, isOpen(element)]).toEqual([true, false]);
    expect(find(element, 'a')?.getAttribute('href')).toBe('/lightning/setup/PermSets/home');
  });

  it('should ask to be looked at again', async () => {
    const element = await show({ finding: { state: 'todo', message: '', details: [] } });
    const asked = jest.fn();
    element.addEventListener('check', (event) => asked((event as CustomEvent).detail));

    find(element, '.check')?.click();

    expect(asked).toHaveBeenCalledWith({ name: 'access' });
  });
});
