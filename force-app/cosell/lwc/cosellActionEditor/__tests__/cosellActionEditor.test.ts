import { createElement } from 'lwc';
import CosellActionEditor from 'c/cosellActionEditor';
import getFields from '@salesforce/apex/CosellEditorController.getFields';

jest.mock(
  '@salesforce/apex/CosellEditorController.getFields',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);

interface Editor extends HTMLElement {
  inputVariables: readonly object[];
  builderContext: object;
  elementInfo: object;
  validate(): { key: string; errorString: string }[];
}

const variables = [
  { name: 'recordId', dataType: 'String', isCollection: false },
  { name: 'Overrides', dataType: 'Apex', isCollection: true, apexClass: 'clazar__FieldOverride' },
  { name: 'Others', dataType: 'Apex', isCollection: true, apexClass: 'Other' },
  { name: 'Day', dataType: 'Date', isCollection: false }
];

async function anEditor(
  inputVariables: readonly object[],
  actionName = 'CreateAwsCosellOpportunity'
): Promise<Editor> {
  const editor = createElement('c-cosell-action-editor', {
    is: CosellActionEditor
  }) as unknown as Editor;
  Object.assign(editor, {
    inputVariables,
    builderContext: { variables },
    elementInfo: { actionName }
  });
  document.body.appendChild(editor);
  (getFields as unknown as { emit(data: unknown): void }).emit([
    {
      name: 'sale_stage',
      label: 'Stage',
      help: 'Where it is',
      choices: [{ label: 'Qualified', value: 'Qualified' }]
    }
  ]);
  await Promise.resolve();
  return editor;
}

function control(editor: Editor, name: string): HTMLElement & { options?: { value: string }[] } {
  return editor.shadowRoot?.querySelector(`[data-name="${name}"]`) as HTMLElement;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('The editor of co-sell actions in Flow Builder', () => {
  test('should offer AWS’s list and only the variables that fit', async () => {
    const editor = await anEditor([]);

    expect(control(editor, 'stage').options?.map(({ value }) => value)).toEqual([
      'Qualified',
      '{!recordId}'
    ]);
    expect(control(editor, 'fieldOverrides').options?.map(({ value }) => value)).toEqual([
      '{!Overrides}'
    ]);
    expect(control(editor, 'whenLocked')).toBeNull();
  });

  test('should show the inputs of an update', async () => {
    const editor = await anEditor([], 'UpdateAwsCosellOpportunity');

    expect(control(editor, 'whenLocked')).not.toBeNull();
    expect(control(editor, 'submitToAws')).toBeNull();
  });

  test.each([
    ['stage', 'Qualified', { newValue: 'Qualified', newValueDataType: 'String' }],
    ['opportunityId', '{!$Record.Id}', { newValue: '$Record.Id', newValueDataType: 'reference' }],
    ['submitToAws', 'false', { newValue: 'false', newValueDataType: 'Boolean' }],
    ['expectedMonthlyAwsRevenue', '1000', { newValue: '1000', newValueDataType: 'Number' }]
  ])('should tell Flow Builder that %s is %s', async (name, value, expected) => {
    const editor = await anEditor([]);
    const listener = jest.fn();
    editor.addEventListener('configuration_editor_input_value_changed', listener);

    control(editor, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));

    expect(listener.mock.calls[0][0].detail).toEqual({ name, ...expected });
  });

  test('should take an input away when it is emptied', async () => {
    const editor = await anEditor([{ name: 'title', value: 'Deal', valueDataType: 'String' }]);
    const listener = jest.fn();
    editor.addEventListener('configuration_editor_input_value_deleted', listener);

    control(editor, 'title').dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));

    expect(listener.mock.calls[0][0].detail).toEqual({ name: 'title' });
  });

  test('should say what is missing and what is no value', async () => {
    const editor = await anEditor([{ name: 'stage', value: 'Somewhere', valueDataType: 'String' }]);

    expect(editor.validate().map(({ key }) => key)).toEqual(['opportunityId', 'stage']);
  });

  test('should find nothing wrong with references', async () => {
    const editor = await anEditor([
      { name: 'opportunityId', value: '$Record.Id', valueDataType: 'reference' },
      { name: 'stage', value: 'Chosen_Stage', valueDataType: 'reference' }
    ]);

    expect(editor.validate()).toEqual([]);
  });

  test('should be accessible', async () => {
    const editor = await anEditor([]);

    await expect(editor).toBeAccessible();
  });
});
