import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReleaseCheck } from './releaseCheck.ts';

/** Salesforce takes JavaScript only: a bundle without it is deployed empty, and without a word. */
export const componentScriptsCheck: ReleaseCheck = {
  name: 'component scripts',
  what: 'Every component has its JavaScript beside its TypeScript.',
  findings: ({ project }) =>
    project
      .components('LightningComponentBundle')
      .filter(({ content = '' }) => {
        const script = join(project.folder, content, `${basename(content)}.js`);
        const style = join(project.folder, content, `${basename(content)}.css`);
        return !existsSync(script) && !existsSync(style);
      })
      .map(({ file, fullName }) => ({
        file,
        line: 1,
        message: `${fullName} has no JavaScript. Write it with: npm run build.`
      }))
};
