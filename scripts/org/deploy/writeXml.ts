import type { XmlNode, XmlValue } from '../metadata/index.ts';

const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';
const indent = '    ';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
};

/** Writes a metadata file. @param root the name of its root element */
export function writeMetadata(root: string, content: XmlNode): string {
  const node = { '@_xmlns': metadataNamespace, ...content };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, node, '')}\n`;
}

function element(name: string, value: XmlValue, before: string): string {
  if (isList(value)) return value.map((item) => element(name, item, before)).join('\n');
  if (typeof value === 'string') return `${before}<${name}>${escaped(value)}</${name}>`;
  const entries = Object.entries(value);
  const attributes = entries
    .filter(([key]) => key.startsWith('@_'))
    .map(([key, text]) => ` ${key.slice(2)}="${typeof text === 'string' ? escaped(text) : ''}"`);
  const opening = `${before}<${name}${attributes.join('')}`;
  const children = entries.filter(([key]) => !key.startsWith('@_') && key !== '#text');
  const text = value['#text'];
  if (typeof text === 'string') return `${opening}>${escaped(text)}</${name}>`;
  if (children.length === 0) return `${opening}/>`;
  const inside = children.map(([key, child]) => element(key, child, before + indent));
  return [`${opening}>`, ...inside, `${before}</${name}>`].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

function isList(value: XmlValue): value is readonly (string | XmlNode)[] {
  return Array.isArray(value);
}
