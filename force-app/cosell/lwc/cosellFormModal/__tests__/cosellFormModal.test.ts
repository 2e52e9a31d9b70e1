import { createElement } from 'lwc';
import CosellFormModal from 'c/cosellFormModal';

jest.mock(
  '@salesforce/apex/CosellFormController.getForm',
  () => ({ default: jest.fn().mockResolvedValue({ sections: [] }) }),
  { virtual: true }
);
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

describe('c-cosell-form-modal', () => {
  beforeEach(() => {
    Object.assign(globalThis.crypto, { randomUUID: () => 'key' });
  });

  afterEach(() => document.body.replaceChildren());

  it('should hand the form what it is about, and be accessible', async () => {
    const element = createElement('c-cosell-form-modal', {
      is: CosellFormModal as never
    }) as unknown as HTMLElement;
    Object.assign(element, { heading: 'Create', action: 'create', cloud: 'AWS', recordId: '006' });
    document.body.appendChild(element);
    await Promise.resolve();

    const form = element.shadowRoot?.querySelector('c-cosell-form');

    expect(Reflect.get(form ?? {}, 'recordId')).toBe('006');
    await expect(element).toBeAccessible();
  });
});
