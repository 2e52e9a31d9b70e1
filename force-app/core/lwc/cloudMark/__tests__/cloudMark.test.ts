import { createElement } from 'lwc';
import CloudMark from 'c/cloudMark';

function show(cloud: string): HTMLElement {
  const element = createElement('c-cloud-mark', { is: CloudMark });
  document.body.appendChild(Object.assign(element, { cloud }));
  return element;
}

describe('c-cloud-mark', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['AWS', 'AWS'],
    ['Azure', 'Azure'],
    ['GCP', 'Google Cloud']
  ])('should show the mark and the word of %s', (cloud, word) => {
    const element = show(cloud);

    expect(element.shadowRoot?.querySelector('svg')).not.toBeNull();
    expect(element.shadowRoot?.textContent).toContain(word);
  });

  it('should show the word of a cloud without a mark', () => {
    expect(show('Oracle').shadowRoot?.querySelector('svg')).toBeNull();
  });

  it('should be accessible', async () => {
    await expect(show('AWS')).toBeAccessible();
  });
});
