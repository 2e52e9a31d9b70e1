import { compileFormula, FormulaError, toFormula } from '../formula/index.ts';
import type { Compiled, FormulaEnvironment, FormulaReference } from '../formula/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { Flow, FlowElement, FlowExpression } from './model.ts';
import { flowError } from './source.ts';
import type { FlowSource } from './source.ts';
import { typeOfReference } from './types.ts';
import type { ReferenceType } from './types.ts';

/** What a flow's formulas are run with. */
export interface FlowEnvironment extends FormulaEnvironment {
  read(path: readonly string[]): FieldValue;
}

/**
 * Compiles all formulas of a flow.
 * @throws UserError with file and line
 */
export function compileFormulas(
  flow: Flow,
  source: FlowSource
): Map<string, Compiled<FlowEnvironment>> {
  return new Map(formulaTexts(flow).map((text) => [text, compile(flow, source, text)]));
}

function formulaTexts(flow: Flow): string[] {
  const resources = [...flow.resources.values()].flatMap((resource) =>
    resource.kind === 'formula' ? [resource.text] : []
  );
  const elements = [...flow.elements.values()].flatMap(textsOfElement);
  return [
    ...resources,
    ...elements,
    ...(flow.start.formula === undefined ? [] : [flow.start.formula])
  ];
}

function textsOfElement(element: FlowElement): string[] {
  if (element.kind === 'filter') return element.formula === undefined ? [] : [element.formula];
  if (element.kind === 'assignment')
    return element.items.flatMap(({ value }) => textOfValue(value));
  if (element.kind === 'create' || element.kind === 'update') {
    return element.assignments.flatMap(({ value }) => textOfValue(value));
  }
  if (element.kind === 'action' || element.kind === 'subflow') {
    return element.inputs.flatMap(({ value }) => textOfValue(value));
  }
  return [];
}

function textOfValue(value: FlowExpression | undefined): string[] {
  return value?.kind === 'formula' ? [value.text] : [];
}

function compile(flow: Flow, source: FlowSource, text: string): Compiled<FlowEnvironment> {
  try {
    return compileFormula<FlowEnvironment>(withoutBraces(text), {
      resolve: (path) => referenceTo(typeOfReference(flow, source.schema, path), path)
    });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw flowError(
      source,
      `has a wrong formula: ${error.message.replace(/\.$/, '')}`,
      firstLine(text)
    );
  }
}

/** `{!Amount} * 2` → `Amount * 2` */
function withoutBraces(text: string): string {
  return text.replace(/\{!([^}]+)\}/g, '$1');
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').slice(0, 40);
}

function referenceTo(
  found: ReferenceType | undefined,
  path: readonly string[]
): FormulaReference<FlowEnvironment> | undefined {
  if (found === undefined) return undefined;
  const { type, field } = found;
  const convert = (value: FieldValue): FieldValue =>
    field === undefined ? value : toFormula(field, value);
  const read = (environment: FlowEnvironment): FieldValue => convert(environment.read(path));
  if (path[0]?.toLowerCase() !== '$record') return { type, read };
  const before = ['$Record__Prior', ...path.slice(1)];
  return { type, read, prior: (environment) => convert(environment.read(before)) };
}
