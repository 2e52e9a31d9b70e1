import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { nodeOf, textOf } from '../metadata/index.ts';
import type { XmlNode } from '../metadata/index.ts';
import { SoapFault } from './soapFault.ts';

/** A SOAP request, read. */
export interface SoapRequest {
  /** `deploy` */
  readonly operation: string;
  /** The inside of the operation's element, names without prefixes. */
  readonly input: XmlNode;
  readonly sessionId: string | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true
});

/**
 * Reads a SOAP envelope.
 * @throws SoapFault for what is none; a document type is refused, since entities could swell or reach for files
 */
export function readEnvelope(text: string): SoapRequest {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw malformed('DOCTYPE is not allowed');
  const envelope = inside(parse(text), 'Envelope');
  const body = inside(envelope, 'Body');
  const operation = Object.keys(body).find((key) => !key.startsWith('@_') && key !== '#text');
  if (operation === undefined) {
    throw malformed('There is no operation in the body of the envelope');
  }
  const session = inside(inside(envelope, 'Header'), 'SessionHeader');
  const sessionId = textOf(session, 'sessionId')?.trim();
  return { operation, input: inside(body, operation), sessionId };
}

function inside(node: XmlNode, element: string): XmlNode {
  return nodeOf(node, element) ?? {};
}

function parse(text: string): XmlNode {
  try {
    SyntaxValidator.validate(text);
    return parser.parse(text) as XmlNode;
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
}

function malformed(message: string): SoapFault {
  return new SoapFault('MALFORMED_XML', message);
}

/** Values of an answer: lists become repeated elements, undefined is left out, null is `xsi:nil`. */
export type SoapValue =
  string | number | boolean | null | undefined | SoapNode | readonly SoapValue[];
export interface SoapNode {
  readonly [element: string]: SoapValue;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
};

/** Text as it may stand in XML; characters that XML has no place for are left out. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what it takes out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return clean.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** An element with its value; keys that start with `@_` are attributes. */
export function element(name: string, value: SoapValue): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (isList(value)) return value.map((item) => element(name, item)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const entries = Object.entries(value);
  const attributes = entries.filter(([key]) => key.startsWith('@_'));
  const inside = entries
    .filter(([key]) => !key.startsWith('@_') && key !== '#text')
    .map(([key, child]) => element(key, child));
  const text = typeof value['#text'] === 'string' ? escapeXml(value['#text']) : '';
  const opening = attributes.map(
    ([key, each]) => ` ${key.slice(2)}="${typeof each === 'string' ? escapeXml(each) : ''}"`
  );
  return `<${name}${opening.join('')}>${text}${inside.join('')}</${name}>`;
}

function isList(value: SoapValue): value is readonly SoapValue[] {
  return Array.isArray(value);
}

const spaces =
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sf="http://soap.sforce.com/2006/04/metadata"';

/** Clients look for exactly this prefix. */
export function writeEnvelope(body: string, header = ''): string {
  const head = header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`;
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${spaces}>${head}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** A refusal; clients tell by `sf:INVALID_SESSION_ID` that they must log in again. */
export function writeFault({ code, message }: SoapFault): string {
  const text = escapeXml(`${code}: ${message}`);
  return writeEnvelope(
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${text}</faultstring></soapenv:Fault>`
  );
}
