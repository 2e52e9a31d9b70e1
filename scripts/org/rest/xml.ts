import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { isPlainObject } from './requestRecord.ts';
import { RestError } from './restError.ts';

/** Does a client want XML before anything else? Browsers name it too, but later. */
export function wantsXml(accept: string | undefined): boolean {
  return /^\s*(application|text)\/xml\b/i.test(accept ?? '');
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true
});

/**
 * A record that was sent as XML: one element a field, texts as they are, `xsi:nil` empties one.
 * @throws RestError; a document type is refused, since entities could swell or reach for files
 */
export function readXmlBody(text: string): Record<string, unknown> {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw xmlError('DOCTYPE is not allowed');
  try {
    SyntaxValidator.validate(text);
  } catch (error) {
    throw xmlError(error instanceof Error ? error.message : String(error));
  }
  const [record] = Object.values(parser.parse(text) as Record<string, unknown>);
  if (!isPlainObject(record)) throw xmlError('The element of the record has no fields');
  return fieldsOf(record);
}

function fieldsOf(record: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.entries(record).filter(([name]) => !/^(@_|#)/.test(name));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, isPlainObject(value) ? nested(value) : value])
  );
}

function nested(value: Record<string, unknown>): unknown {
  if (value['@_nil'] === 'true') return null;
  return value['#text'] ?? fieldsOf(value);
}

function xmlError(message: string): RestError {
  return new RestError(400, { errorCode: 'XML_PARSER_ERROR', message });
}

/**
 * An answer as XML: lists are elements that repeat, a record's type and address are attributes.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/intro-what-is-rest-api.html
 */
export function writeXml(body: unknown): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!Array.isArray(body)) return declaration + element(rootOf(body), body);
  const items = body as readonly unknown[];
  const one = items.some((item) => isPlainObject(item) && 'errorCode' in item) ? 'Error' : 'Item';
  const inside = items.map((item) => element(one === 'Error' ? one : rootOf(item), item));
  return `${declaration}<${one}s>${inside.join('')}</${one}s>`;
}

function rootOf(body: unknown): string {
  if (!isPlainObject(body)) return 'Item';
  const { attributes } = body;
  if (isPlainObject(attributes)) return String(attributes['type']);
  if ('totalSize' in body) return 'QueryResult';
  return 'isExpired' in body ? 'Password' : 'Result';
}

function element(name: string, value: unknown): string {
  if (typeof value === 'string') return `<${name}>${escaped(value)}</${name}>`;
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  if (value === null || value === undefined) return `<${name} xsi:nil="true"${instance}/>`;
  if (!isPlainObject(value)) return `<${name}>${escaped(JSON.stringify(value))}</${name}>`;
  const { attributes, ...rest } = value;
  const own = isPlainObject(attributes) ? Object.entries(attributes) : [];
  const marks = own.map(([key, text]) => ` ${key}="${escaped(String(text))}"`).join('');
  const inside = Object.entries(rest).map(([key, item]) => element(key, item));
  return `<${name}${marks}>${inside.join('')}</${name}>`;
}

const instance = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
