import { writeProject } from '../testing/projects.ts';
import { checkTemplates } from './templates.ts';

function problemsOf(template: string, more: Readonly<Record<string, string>> = {}): string[] {
  const projectFolder = writeProject({
    'lwc/hello/hello.ts': 'export default class Hello extends LightningElement {}',
    'lwc/hello/hello.html': `<template>\n${template}\n</template>`,
    ...more
  });
  return checkTemplates({ projectFolder }).map(
    ({ message, place }) => `${place.line}:${place.column} ${message}`
  );
}

test.each([
  '<lightning-button label="Save" variant="brand" onclick={save} disabled={x} title="T"></lightning-button>',
  '<lightning-input type="text" max-length="5" maxlength="5" required field-level-help="x"></lightning-input>',
  '<lightning-datatable key-field="id" data={rows} columns={columns} hide-checkbox-column></lightning-datatable>',
  '<lightning-icon icon-name="utility:add" alternative-text="Add" size="small" class="x" data-id="1"></lightning-icon>',
  '<lightning-card title="T" icon-name="x" key={k} for:each={list} for:item="i" lwc:if={yes}></lightning-card>',
  '<!-- <lightning-button nonsense="x"></lightning-button> -->'
])('should accept %s', (template) => {
  expect(problemsOf(template)).toEqual([]);
});

test('should name attributes that a base component does not have', () => {
  const problems = problemsOf(
    '<p></p>\n  <lightning-button label="A"\n    icon="utility:add"></lightning-button>'
  );

  expect(problems).toEqual(['4:5 <lightning-button> has no attribute icon.']);
});

test('should know the properties of own components, inherited ones too', () => {
  const more = {
    'lwc/base/base.ts': 'export default class Base extends LightningElement { @api size = 1; }',
    'lwc/child/child.ts': `import Base from 'c/base';
      export default class Child extends NavigationMixin(Base) { @api get recordId(): string { return ''; } }`
  };

  const problems = problemsOf('<c-child size="2" record-id="x" colour="red"></c-child>', more);

  expect(problems).toEqual(['2:33 <c-child> has no attribute colour.']);
});

test('should say nothing of components whose base it does not know', () => {
  const more = {
    'lwc/child/child.ts': `import { Base } from './base'; export default class Child extends Base {}`
  };

  expect(problemsOf('<c-child anything="x"></c-child>', more)).toEqual([]);
});
