import { format } from 'prettier';
import { readProject } from '../../../org/index.ts';
import { UserError } from '../../../shared/index.ts';
import { apexMessages } from './apexMessages.ts';
import type { ApexMessage } from './apexMessages.ts';
import { cloudRules } from './cloudRules.ts';
import { commandMessages } from './commandMessages.ts';
import { readRemedies } from './remedies.ts';
import type { Chapter } from './remedies.ts';

const start = `# Troubleshooting

Every message that the package and its commands can show, why, and what helps. Made from the code
(\`npm run docs\`); a test fails when a message is missing here. \`{0}\` and \`…\` stand for what is put in.`;

/**
 * \`docs/troubleshooting.md\` as the code has it now.
 *
 * @throws UserError when a message has no cause and fix, or a remedy no message
 */
export async function troubleshooting(folder: string): Promise<string> {
  const project = await readProject(folder);
  const messages = new Map(apexMessages(project).map((each) => [each.label, each]));
  const { chapters, good } = readRemedies();
  requireSame(messages, new Set([...chapters.flatMap(labelsOf), ...good]));
  const parts = [
    start,
    ...chapters.map((chapter) => chapterText(chapter, messages)),
    '## Rules of AWS and Microsoft',
    table(
      ['Cloud', 'Field', 'Check', 'Of', 'When'],
      cloudRules(project).map((rule) => [
        rule.cloud,
        rule.field,
        rule.check,
        code(rule.argument),
        rule.moment
      ])
    ),
    '## Commands',
    table(
      ['Message', 'What to do'],
      commandMessages(folder).map(({ what, action }) => [what, action])
    )
  ];
  return format(parts.join('\n\n'), { parser: 'markdown', printWidth: 100 });
}

function requireSame(
  messages: ReadonlyMap<string, ApexMessage>,
  explained: ReadonlySet<string>
): void {
  const missing = [...messages.keys()].filter((label) => !explained.has(label));
  const stale = [...explained].filter((label) => !messages.has(label));
  if (missing.length + stale.length === 0) return;
  throw new UserError(
    `Messages without cause and fix: ${missing.join(', ')}; remedies without a message: ${stale.join(', ')}.`,
    'Correct scripts/cli/docs/troubleshooting/remedies.json.'
  );
}

function labelsOf({ remedies }: Chapter): readonly string[] {
  return remedies.flatMap(({ labels }) => labels);
}

function chapterText({ title, remedies }: Chapter, messages: ReadonlyMap<string, ApexMessage>) {
  const rows = remedies.map(({ labels, cause, fix }) => [
    labels.map((label) => messages.get(label)?.text ?? label).join('<br>'),
    cause,
    fix
  ]);
  return `## ${title}\n\n${table(['Message', 'Why', 'What to do'], rows)}`;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(row).join('\n');
}

/** Not escaped where Markdown shows it as it is. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
