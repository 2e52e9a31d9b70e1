import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../../shared/index.ts';
import { findFiles, projectFolder } from '../tools/index.ts';

/** An input or an output of a Flow action, as the code describes it. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** A Flow action of the package. */
export interface FlowAction {
  readonly className: string;
  readonly label: string;
  readonly description: string;
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

/** Every Flow action of the package, by its label. */
export function flowActions(): FlowAction[] {
  const files = findFiles('force-app/*/classes/*.cls');
  const sources = files.map((file) => readFileSync(join(projectFolder, file), 'utf8'));
  return sources
    .filter((source) => source.includes('@InvocableMethod('))
    .map(actionIn)
    .sort((left, right) => left.label.localeCompare(right.label));
}

/** @throws UserError when the class is not written as the package's actions are */
export function actionIn(source: string): FlowAction {
  const className = /class (\w+)/.exec(source)?.[1] ?? '';
  const annotation = /@InvocableMethod\(([\s\S]*?)\)\n/.exec(source)?.[1] ?? '';
  const requests = classBody(source, 'Request');
  const results = classBody(source, 'Result');
  return {
    className,
    label: attribute(annotation, 'label'),
    description: attribute(annotation, 'description'),
    inputs: variablesIn(requests),
    outputs: variablesIn(results)
  };
}

function classBody(source: string, name: string): string {
  const [, body] = source.split(`global class ${name} {`);
  if (body === undefined) {
    const what = `There is no global class ${name} in an action.`;
    throw new UserError(what, 'Give the action its inputs and outputs as inner classes.');
  }
  return body.split('\n    }\n')[0] ?? '';
}

function variablesIn(body: string): Variable[] {
  const form = /@InvocableVariable\(([\s\S]*?)\)\s+global ([\w<>.]+) (\w+);/g;
  return [...body.matchAll(form)].map(([, annotation = '', type = '', name = '']) => ({
    name,
    type,
    label: attribute(annotation, 'label'),
    description: attribute(annotation, 'description'),
    isRequired: /required\s*=\s*true/.test(annotation)
  }));
}

function attribute(annotation: string, name: string): string {
  const found = new RegExp(`${name}\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'`).exec(annotation)?.[1];
  return (found ?? '').replaceAll("\\'", "'");
}
