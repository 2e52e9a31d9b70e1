import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

function show(error: unknown): HTMLElement & { error: unknown } {
  const element = createElement('c-error-panel', { is: ErrorPanel });
  Object.assign(element, { error });
  document.body.appendChild(element);
  return element as unknown as HTMLElement & { error: unknown };
}

describe('c-error-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show every sentence of the error', async () => {
    const element = show([{ body: { message: 'First.' } }, 'Second.']);
    await Promise.resolve();

    const texts = [...(element.shadowRoot?.querySelectorAll('p') ?? [])].map((p) => p.textContent);

    expect(texts).toEqual(['First.', 'Second.']);
  });

  it('should tell when the user wants to try again', () => {
    const element = show('Broken.');
    const heard = jest.fn();
    element.addEventListener('retry', heard);

    element.shadowRoot?.querySelector('lightning-button')?.click();

    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('should be accessible', async () => {
    await expect(show('Broken.')).toBeAccessible();
  });
});
