import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseCheck } from './releaseCheck.ts';

interface Trace {
  readonly pattern: RegExp;
  readonly what: string;
}

/** Key prefixes of records that only one org has: organisation, user, profile, role, group, queue, report, folder, connected app … */
const prefixes = '00D|005|00e|00E|00G|00O|00l|0H4|001|003|006|00Q|012|0Dn|0PS|033|04t|080|01I|01Z';

const traces: readonly Trace[] = [
  {
    pattern: new RegExp(
      `(?<![A-Za-z0-9_])(?:${prefixes})[A-Za-z0-9]{2}0[A-Za-z0-9]{9}(?:[A-Z0-5]{3})?(?![A-Za-z0-9_])`
    ),
    what: 'names the id of a record that only one org has'
  },
  {
    pattern:
      /[\w-]+\.(?:my|lightning|sandbox\.my|develop\.my|scratch\.my|file|vf)\.(?:salesforce(?:-setup)?|force|site|visualforce)\.com/i,
    what: "names one org's host"
  },
  {
    pattern: /\b(?:na|eu|ap|cs|um)\d{1,3}\.salesforce\.com\b/i,
    what: 'names one Salesforce server'
  }
];

/** Metadata that works only in the org it was made in. Tests invent ids. */
export const orgSpecificCheck: ReleaseCheck = {
  name: 'org-specific values',
  what: "No metadata names one org's ids or hosts.",
  findings: ({ project }) =>
    globSync(
      project.packageDirectories.map((folder) => `${folder}/**/*.{xml,cls,trigger,ts,html,css}`),
      { cwd: project.folder }
    )
      .filter((file) => !/[\\/](?:tests|__tests__)[\\/]/.test(file))
      .flatMap((file) =>
        orgTraces(readFileSync(join(project.folder, file), 'utf8')).map((trace) => ({
          file,
          ...trace
        }))
      )
};

/** What in a text belongs to one org only, with its line (from 1). */
export function orgTraces(text: string): { readonly line: number; readonly message: string }[] {
  return text.split('\n').flatMap((content, index) =>
    traces.flatMap(({ pattern, what }) => {
      const [found] = pattern.exec(content) ?? [];
      if (found === undefined) return [];
      return [
        { line: index + 1, message: `"${found}" ${what}. Take it from a setting or a label.` }
      ];
    })
  );
}
