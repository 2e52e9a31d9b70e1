import { readFileSync } from 'node:fs';
import { UserError } from '../../shared/index.ts';
import { readProject } from '../project/index.ts';
import { createPropertyFinder } from './publicProperties.ts';
import type { PropertyFinder } from './publicProperties.ts';

const tagPattern =
  /<((?:lightning|c)-[a-z0-9-]+)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g;
const attributePattern = /([^\s=]+)(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?/g;

/** Attributes that every element takes, and directives of the template language. */
const everywhere =
  /^(?:class|style|title|hidden|id|slot|key|role|lang|dir|part|draggable|spellcheck|(?:data|aria)-.+|on[a-z]+|(?:lwc|for|if|iterator):.+|(?:access|tab)(?:key|index))$/;

/** Attributes whose property is not simply their camel case. */
const specialNames: Readonly<Record<string, string>> = {
  formaction: 'formAction',
  formnovalidate: 'formNoValidate',
  maxlength: 'maxLength',
  minlength: 'minLength',
  readonly: 'readOnly'
};

/**
 * Finds attributes that a component does not have: neither the platform's compiler nor the
 * browser says anything of them, and what was meant simply does not happen.
 * @returns the mistakes, each with file, line and column
 */
export function checkTemplates({ projectFolder }: { readonly projectFolder: string }): UserError[] {
  const project = readProject(projectFolder);
  const find = createPropertyFinder(project);
  const templates = project.bundles
    .flatMap(({ files }) => files)
    .filter((file) => file.endsWith('.html'));
  return templates.flatMap((file) => checkTemplate(file, find));
}

function checkTemplate(file: string, find: PropertyFinder): UserError[] {
  const template = blankComments(readFileSync(file, 'utf8'));
  return [...template.matchAll(tagPattern)].flatMap((match) => {
    const [, tag = '', attributes = ''] = match;
    const properties = find(specifierOf(tag));
    if (properties === undefined) return [];
    const start = match.index + 1 + tag.length;
    return [...attributes.matchAll(attributePattern)]
      .filter(([, name = '']) => !everywhere.test(name) && !properties.has(propertyOf(name)))
      .map(({ 1: name = '', index }) =>
        unknownAttribute(name, tag, placeAt(template, start + index, file))
      );
  });
}

function unknownAttribute(name: string, tag: string, place: UserError['place']): UserError {
  return new UserError(`<${tag}> has no attribute ${name}.`, 'Correct or remove it.', place);
}

function placeAt(text: string, index: number, file: string): UserError['place'] {
  const before = text.slice(0, index).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function specifierOf(tag: string): string {
  const separator = tag.indexOf('-');
  return `${tag.slice(0, separator)}/${camelCase(tag.slice(separator + 1))}`;
}

function propertyOf(attribute: string): string {
  return specialNames[attribute] ?? camelCase(attribute);
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Positions stay as they are. */
function blankComments(template: string): string {
  return template.replace(/<!--[\s\S]*?-->/g, (found) => found.replace(/[^\n]/g, ' '));
}
