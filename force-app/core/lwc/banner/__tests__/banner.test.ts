import { createElement } from 'lwc';
import Banner from 'c/banner';

describe('c-banner', () => {
  afterEach(() => document.body.replaceChildren());

  it('should show what is put into it, accessibly', async () => {
    const element = createElement('c-banner', { is: Banner });
    element.append('You can read here, but not send.');
    document.body.appendChild(element);

    await expect(element).toBeAccessible();
    expect(element.textContent).toBe('You can read here, but not send.');
  });
});
