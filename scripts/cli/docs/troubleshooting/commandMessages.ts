import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What a command says when it stops, and what it advises. */
export interface CommandMessage {
  readonly what: string;
  readonly action: string;
}

/** Every `new UserError(what, action)` of the scripts whose words stand in the code. */
export function commandMessages(folder: string): CommandMessage[] {
  const found = new Map<string, CommandMessage>();
  for (const file of globSync('scripts/**/*.ts', { cwd: folder }).sort()) {
    if (file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes('new UserError(')) continue;
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), (message) => {
      found.set(message.what, message);
    });
  }
  return [...found.values()].sort((left, right) => left.what.localeCompare(right.what, 'en'));
}

function visit(node: ts.Node, tell: (message: CommandMessage) => void): void {
  const message = messageOf(node);
  if (message !== undefined) tell(message);
  ts.forEachChild(node, (child) => {
    visit(child, tell);
  });
}

function messageOf(node: ts.Node): CommandMessage | undefined {
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  if (node.expression.text !== 'UserError') return undefined;
  const [what, action] = (node.arguments ?? []).map(wordsOf);
  return what === undefined || what === '' ? undefined : { what, action: action ?? '' };
}

/** A text as it stands in the code, with `…` for what is put in. */
function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const rest = node.templateSpans.map(({ literal }) => `…${literal.text}`);
    return node.head.text + rest.join('');
  }
  if (ts.isBinaryExpression(node)) return wordsOf(node.left) + wordsOf(node.right);
  if (ts.isConditionalExpression(node)) {
    return [wordsOf(node.whenTrue), wordsOf(node.whenFalse)].filter(Boolean).join(' / ');
  }
  return ts.isParenthesizedExpression(node) ? wordsOf(node.expression) : '';
}
