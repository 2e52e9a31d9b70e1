import type { Project } from '../metadata/index.ts';
import { fileNameOf, metadataTypes } from './fileNames.ts';
import { componentId } from './messages.ts';
import type { Member } from './types.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listmetadata.htm (FileProperties) */
export interface FileProperties {
  readonly createdById: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly fileName: string;
  readonly fullName: string;
  readonly id: string;
  readonly lastModifiedById: string;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
  readonly manageableState: 'unmanaged';
  readonly type: string;
}

/** Whom and when the properties of a file name. */
export interface FileAuthor {
  readonly userId: string;
  readonly userName: string;
  /** ISO 8601. */
  readonly date: string;
}

/** What an org has of a metadata type. */
export function listMetadata(project: Project, type: string, author: FileAuthor): FileProperties[] {
  return project.components(type).map((component) => propertiesOf(project, component, author));
}

export function propertiesOf(
  { namespace }: Project,
  { type, fullName }: Member,
  { userId, userName, date }: FileAuthor
): FileProperties {
  return {
    createdById: userId,
    createdByName: userName,
    createdDate: date,
    fileName: `unpackaged/${fileNameOf({ type, fullName })}`,
    fullName,
    id: componentId({ type, fullName }, namespace),
    lastModifiedById: userId,
    lastModifiedByName: userName,
    lastModifiedDate: date,
    manageableState: 'unmanaged',
    type
  };
}

/** What kinds of metadata the org takes: all that source-deploy-retrieve knows. */
export function describeMetadata(): Readonly<Record<string, unknown>> {
  const metadataObjects = metadataTypes()
    .filter(({ name }) => !name.endsWith('Folder'))
    .map(({ name, directoryName, suffix, inFolder = false, strategies, children }) => ({
      childXmlNames: Object.values(children?.types ?? {}).map((child) => child.name),
      directoryName,
      inFolder,
      metaFile: ['matchingContentFile', 'mixedContent'].includes(strategies?.adapter ?? ''),
      suffix,
      xmlName: name
    }));
  return {
    metadataObjects,
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false
  };
}
