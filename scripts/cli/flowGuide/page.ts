import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

import { UserError } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';
import { flowActions } from './actions.ts';
import type { FlowAction, Variable } from './actions.ts';
import { costs } from './costs.ts';
import { explanations } from './explanations.ts';

/** Where the guide is. */
export const guidePath = join(projectFolder, 'docs', 'flow-guide.md');

/** A part of the guide that is made from the code, between two marks. */
interface Part {
  readonly begin: string;
  readonly end: string;
  readonly make: () => string;
}

const parts: readonly Part[] = [
  {
    begin: '<!-- costs made from CosellCosts: node scripts/cli/flowGuide/write.ts -->',
    end: '<!-- end of the costs -->',
    make: () =>
      table(
        ['Action', 'Queries', 'DML statements', 'Callouts of 200 inputs', 'DML rows of 200 inputs'],
        costs().map(({ action, figures }) => [action, ...figures])
      )
  },
  {
    begin: '<!-- made from the code: node scripts/cli/flowGuide/write.ts -->',
    end: '<!-- end of what is made -->',
    make: () => flowActions().map(chapter).join('\n\n')
  }
];

/** Outputs that every action of the package has, named once at the top of the guide. */
const common = ['success', 'status', 'message', 'errors', 'requestId'];

/**
 * The guide with its tables as the code is now; everything around them stays.
 *
 * @throws UserError when an action has no explanation, or the guide no place for the tables
 */
export async function guide(current: string): Promise<string> {
  const page = parts.reduce(withPart, current);
  return format(page, { parser: 'markdown', printWidth: 100 });
}

function withPart(page: string, { begin, end, make }: Part): string {
  const [before, rest] = page.split(begin);
  const [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined) {
    throw new UserError('The Flow guide has no place for its tables.', `Restore "${begin}".`);
  }
  return `${before}${begin}\n\n${make()}\n\n${end}${after}`;
}

/** The guide as it is. */
export function committedGuide(): string {
  return readFileSync(guidePath, 'utf8');
}

function chapter(action: FlowAction): string {
  const told = explanations[action.className];
  if (!told) {
    const what = `The Flow guide does not explain ${action.label}.`;
    throw new UserError(what, 'Add it to scripts/cli/flowGuide/explanations.ts.');
  }
  const outputs = action.outputs.filter(({ name }) => !common.includes(name));
  return [
    `### ${action.label}`,
    `${action.description}. Class \`${action.className}\`. ${told.about}`,
    table(['Input', 'Type', 'Required', 'What'], action.inputs.map(inputRow)),
    table(['Output besides the common ones', 'Type', 'What'], outputs.map(outputRow)),
    table(['Code of an error', 'When'], Object.entries(told.errors).map(errorRow)),
    `**Example.** ${told.example}`
  ].join('\n\n');
}

function inputRow({ label, type, isRequired, description }: Variable): string[] {
  return [label, typeName(type), isRequired ? 'yes' : '', description];
}

function outputRow({ label, type, description }: Variable): string[] {
  return [label, typeName(type), description];
}

function errorRow([code, when]: readonly [string, string]): string[] {
  return [`\`${code}\``, when];
}

/** As Flow Builder names types. */
function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    String: 'Text',
    Id: 'Text (record id)',
    Decimal: 'Number',
    Date: 'Date',
    Datetime: 'Date/Time',
    Boolean: 'Boolean',
    'List<String>': 'Text collection',
    'List<FieldOverride>': 'Field Override collection',
    'List<FieldError>': 'Field Error collection'
  };
  return names[type] ?? `Record (${type})`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : [heads, heads.map(() => '---'), ...rows].map(row).join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
