import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../tools/index.ts';

/** A field whose access a permission set can give. */
export interface GrantableField {
  readonly name: string;
  /** Whether people can be allowed to change it: nobody changes a formula. */
  readonly isEditable: boolean;
}

/** The fields of one of the package's objects that a permission set can name, by name. */
export function grantableFields(object: string): GrantableField[] {
  return featureFolders()
    .map((feature) => join(feature, 'objects', object, 'fields'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .flatMap(readField)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function featureFolders(): string[] {
  const root = join(projectFolder, 'force-app');
  return readdirSync(root).map((feature) => join(root, feature));
}

/** Whoever sees the object sees required and master-detail fields: a deployment refuses to name them. */
function readField(file: string): GrantableField[] {
  const xml = readFileSync(file, 'utf8');
  const isAlwaysThere = /<required>true<|<type>MasterDetail</.test(xml);
  const isComputed = /<formula\b|<type>(?:Summary|AutoNumber)</.test(xml);
  const name = basename(file, '.field-meta.xml');
  return isAlwaysThere ? [] : [{ name, isEditable: !isComputed }];
}
