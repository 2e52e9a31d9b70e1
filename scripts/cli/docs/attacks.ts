import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { threats } from '../security/index.ts';
import { projectFolder } from '../tools/index.ts';

const marked = /(<!-- attacks:[^>]*-->)[\s\S]*(<!-- \/attacks -->)/;

/** `docs/security.md` with the attempts that the tests make. */
export function securityPage(): Promise<string> {
  const page = readFileSync(join(projectFolder, 'docs', 'security.md'), 'utf8');
  const lists = threats.map(({ name, attacks }) => {
    const lines = attacks.map(({ what }) => `- ${what}`);
    return `### ${name}\n\nSomeone …\n\n${lines.join('\n')}`;
  });
  const text = page.replace(
    marked,
    (_all, begin: string, end: string) => `${begin}\n\n${lists.join('\n\n')}\n\n${end}`
  );
  return format(text, { parser: 'markdown', printWidth: 128 });
}
