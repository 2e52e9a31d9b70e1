import type { ReleaseCheck } from './releaseCheck.ts';

/** A class without a sharing word runs in its caller's mode, which nobody sees. */
export const sharingCheck: ReleaseCheck = {
  name: 'sharing',
  what: 'Every class says with, inherited or without sharing.',
  findings: ({ classes }) =>
    classes
      .filter(({ path }) => path.endsWith('.cls'))
      .filter(({ kind, sharing, outer, isTest }) => {
        return kind === 'class' && sharing === 'none' && outer === undefined && !isTest;
      })
      .map(({ name, path, declaration }) => ({
        file: path,
        line: declaration.at.line,
        message: `${name} does not say how it shares. Write "inherited sharing", or "with sharing" for a door.`
      }))
};
