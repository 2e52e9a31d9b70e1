import type { Project } from '../../../org/index.ts';
import { textOf } from '../../../org/index.ts';

/** A sentence that the package's Apex can show. */
export interface ApexMessage {
  /** The custom label's name. */
  readonly label: string;
  /** With `{0}`, `{1}` where something is put in. */
  readonly text: string;
}

const labelUse = /\bLabel\.(?:clazar\.)?(\w+)/gi;
const isSentence = /[.?!]$/;

/** Every sentence among the custom labels that Apex uses, by name. Words, such as states, are no messages. */
export function apexMessages(project: Project): ApexMessage[] {
  const texts = new Map(
    project
      .components('CustomLabel')
      .map(({ fullName, xml }) => [fullName.toLowerCase(), textOf(xml, 'value') ?? ''])
  );
  const names = new Set(
    project
      .components('ApexClass')
      .filter(({ file }) => !file.includes('/tests/'))
      .flatMap((component) =>
        [...project.read(component).matchAll(labelUse)].map(([, name = '']) => name)
      )
  );
  return [...names]
    .map((label) => ({ label, text: texts.get(label.toLowerCase())?.trim() ?? '' }))
    .filter(({ text }) => isSentence.test(text))
    .sort((left, right) => left.label.localeCompare(right.label, 'en'));
}
