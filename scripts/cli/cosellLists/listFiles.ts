import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../tools/index.ts';
import { awsLists } from './awsLists.ts';
import { withOffered, withValues } from './picklistXml.ts';

const object = join(projectFolder, 'force-app/cosell/objects/Cosell_Opportunity__c');

/** A file of the package whose lists come from AWS, as it is and as it should be. */
export interface ListFile {
  readonly path: string;
  readonly current: string;
  readonly wanted: string;
}

/** Every file that holds lists of AWS. */
export function listFiles(): ListFile[] {
  return [...Object.entries(awsLists).map(fieldFile), recordTypeFile()];
}

function fieldFile([field, values]: readonly [string, readonly string[]]): ListFile {
  const path = join(object, 'fields', `${field}.field-meta.xml`);
  const current = readFileSync(path, 'utf8');
  return { path, current, wanted: withValues(current, field, values) };
}

function recordTypeFile(): ListFile {
  const path = join(object, 'recordTypes', 'AWS.recordType-meta.xml');
  const current = readFileSync(path, 'utf8');
  const wanted = Object.entries(awsLists).reduce(
    (xml, [field, values]) => withOffered(xml, field, values),
    current
  );
  return { path, current, wanted };
}
