import type { ErrorPlace } from '../../shared/index.ts';
import { lineOf, shortName, type Component, type Project } from '../metadata/index.ts';

/** A place in a formula that stands in an element of a component's file. */
export interface FormulaPosition {
  readonly project: Project;
  readonly component: Component;
  readonly element: string;
  /** In the formula's text, from 0. */
  readonly offset: number;
}

/** The file and line of a place in a formula. */
export function formulaPlace({ project, component, element, offset }: FormulaPosition): ErrorPlace {
  const { file } = component;
  const text = project.read(component);
  const name = `<fullName>${shortName(component)}</fullName>`;
  const start = lineOf(text, `<${element}>`, name);
  if (start === undefined) return { file };
  const formula = text.split(`<${element}>`)[1] ?? '';
  const lead = /^\s*/.exec(formula)?.[0] ?? '';
  return {
    file,
    line: start + linesIn(lead) + linesIn(formula.slice(lead.length, lead.length + offset))
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
