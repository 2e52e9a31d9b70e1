import { XMLBuilder } from 'fast-xml-parser';
import type { XmlNode } from '../metadata/index.ts';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  format: true,
  indentBy: '    ',
  suppressEmptyNode: true
});

const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';

/** Writes a metadata file. @param root the name of its root element */
export function writeMetadata(root: string, content: XmlNode): string {
  const node = { '@_xmlns': metadataNamespace, ...content };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build({ [root]: node }))}`;
}
