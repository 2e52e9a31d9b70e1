import { createElement } from 'lwc';
import FormField from 'c/formField';

const field = (type: string, more: object = {}): object => ({
  name: 'stage',
  label: 'Stage',
  type,
  ...more
});

interface Field extends HTMLElement {
  error: string;
}

async function show(properties: object): Promise<Field> {
  const element = createElement('c-form-field', { is: FormField }) as unknown as Field;
  document.body.appendChild(Object.assign(element, properties));
  await Promise.resolve();
  return element;
}

const input = (element: HTMLElement): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>('.input') ?? null;

function changed(element: HTMLElement, detail: object): unknown {
  const heard: unknown[] = [];
  element.addEventListener('fieldchange', (event) => heard.push((event as CustomEvent).detail));
  input(element)?.dispatchEvent(new CustomEvent('change', { detail }));
  return heard[0];
}

describe('c-form-field', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['text', 'LIGHTNING-INPUT'],
    ['checkbox', 'LIGHTNING-INPUT'],
    ['picklist', 'LIGHTNING-COMBOBOX'],
    ['multiPicklist', 'LIGHTNING-CHECKBOX-GROUP'],
    ['longText', 'LIGHTNING-TEXTAREA'],
    ['list', 'LIGHTNING-TEXTAREA']
  ])('should take a %s with %s', async (type, tag) => {
    expect(input(await show({ field: field(type) }))?.tagName).toBe(tag);
  });

  it.each([
    ['number', { value: '12.5' }, 12.5],
    ['number', { value: '' }, null],
    ['checkbox', { checked: true }, true],
    ['list', { value: 'S-1\n\n S-2 ' }, ['S-1', 'S-2']],
    ['multiPicklist', { value: ['a', 'b'] }, ['a', 'b']],
    ['text', { value: 'x' }, 'x']
  ])('should tell a %s as its type', async (type, detail, value) => {
    expect(changed(await show({ field: field(type) }), detail)).toEqual({ name: 'stage', value });
  });

  it('should show where a value came from, until it is changed', async () => {
    const plan = field('text', { origin: 'Opportunity · Name' });

    const mapped = await show({ field: plan, isMapped: true });
    const own = await show({ field: plan });

    expect(mapped.shadowRoot?.querySelector('.remark')?.textContent).toBe('c.Form_From');
    expect(own.shadowRoot?.querySelector('.remark')).toBeNull();
  });

  it('should say why a field cannot be changed', async () => {
    const element = await show({
      field: field('text', { locked: true, lockedReason: 'AWS reviews it.' })
    });

    expect(element.shadowRoot?.querySelector('.remark')?.textContent).toBe('AWS reviews it.');
  });

  it('should show a problem at the field', async () => {
    const element = await show({ field: field('text') });
    const report = jest.fn();
    Object.assign(input(element) ?? {}, { setCustomValidity: report });

    element.error = 'Too short.';
    Object.assign(element, { value: 'x' });
    await Promise.resolve();

    expect(report).toHaveBeenCalledWith('Too short.');
  });

  it('should tell when one leaves it', async () => {
    const element = await show({ field: field('text') });
    const heard = jest.fn();
    element.addEventListener('leave', heard);

    input(element)?.dispatchEvent(new CustomEvent('blur'));

    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('should be accessible', async () => {
    await expect(await show({ field: field('text') })).toBeAccessible();
  });
});
