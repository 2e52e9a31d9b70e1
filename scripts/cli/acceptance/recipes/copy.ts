import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder, runCommand } from '../../tools/index.ts';

/** A copy of the project to work in, as a developer does who follows the guide. */
export interface ProjectCopy {
  readonly folder: string;
  read(path: string): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a command of the guide there. @returns what it printed */
  run(...parameters: string[]): Promise<string>;
  remove(): void;
}

/** What commands need; components and tests of the package stay behind where a recipe does not look at them. */
const copied = [
  'force-app',
  'config',
  'scripts',
  'docs',
  'sfdx-project.json',
  'package.json',
  'tsconfig.json'
];
const leftOut = /(?:^|\/)(?:node_modules|\.local)(?:\/|$)/;

export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  for (const name of copied) {
    cpSync(join(projectFolder, name), join(folder, name), {
      recursive: true,
      filter: (source) => !leftOut.test(source.slice(projectFolder.length))
    });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    run: async (...parameters) => {
      const { exitCode, output } = await runCommand(process.execPath, parameters, { cwd: folder });
      if (exitCode !== 0) throw new Error(`${parameters.join(' ')}:\n${output}`);
      return output;
    },
    remove: () => rmSync(folder, { recursive: true })
  };
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** A record of custom metadata as a file. */
export function metadataRecord(label: string, values: Values): string {
  const lines = Object.entries(values).map(
    ([field, value]) => `<values><field>${field}</field>${valueXml(value)}</values>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>${label}</label>
    <protected>false</protected>
    ${lines.join('\n    ')}
</CustomMetadata>
`;
}

function valueXml(value: Values[string]): string {
  if (value === null) return '<value xsi:nil="true"/>';
  const types = { string: 'string', number: 'double', boolean: 'boolean' } as const;
  return `<value xsi:type="xsd:${types[typeof value as keyof typeof types]}">${String(value)}</value>`;
}

/** A text field as a file. */
export function textField(name: string, label: string): string {
  const help = `${label}, as Clazar has it.`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>${name}</fullName>
    <description>${help}</description>
    <inlineHelpText>${help}</inlineHelpText>
    <label>${label}</label>
    <length>255</length>
    <required>false</required>
    <type>Text</type>
</CustomField>
`;
}
