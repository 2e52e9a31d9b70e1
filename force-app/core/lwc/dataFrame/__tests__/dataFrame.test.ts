import { createElement } from 'lwc';
import DataFrame from 'c/dataFrame';

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-data-frame', { is: DataFrame });
  document.body.appendChild(Object.assign(element, { heading: 'Outbox' }, properties));
  await Promise.resolve();
  return element;
}

const found = (element: HTMLElement, selector: string): Element | null | undefined =>
  element.shadowRoot?.querySelector(selector);

describe('c-data-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say that its contents are on their way', async () => {
    const element = await show({ isLoading: true });

    expect(found(element, '[role="status"]')?.textContent).toBe('c.Loading');
    expect(found(element, 'slot:not([name])')).toBeNull();
  });

  it('should show an error before anything else, and let one try again', async () => {
    const element = await show({ error: { body: { message: 'Broken.' } }, isLoading: true });
    const retried = jest.fn();
    element.addEventListener('retry', retried);

    found(element, 'c-error-panel')?.dispatchEvent(new CustomEvent('retry'));

    expect(retried).toHaveBeenCalledTimes(1);
    expect(found(element, '[role="status"]')).toBeNull();
  });

  it('should say what it has been told when there is nothing', async () => {
    const element = await show({ isEmpty: true, emptyText: 'Nothing waits.' });

    expect(found(element, '.empty')?.textContent).toBe('Nothing waits.');
  });

  it('should show its contents once they are there, and be accessible', async () => {
    const element = await show({});

    expect(found(element, 'slot:not([name])')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
