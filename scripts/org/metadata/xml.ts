import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { UserError } from '../../shared/index.ts';
import type { Component, XmlNode, XmlValue } from './types.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
  htmlEntities: true
});

const advice = 'Correct the file; every element must be closed and nested properly.';

/**
 * Parses a metadata file and returns the content of its root element.
 * @throws UserError with line and column when it is not well-formed
 */
export function parseXml(text: string, file: string): XmlNode {
  checkSyntax(text, file);
  const [root] = Object.values(parser.parse(text) as Record<string, unknown>);
  return isNode(root) ? root : {};
}

function checkSyntax(text: string, file: string): void {
  try {
    SyntaxValidator.validate(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { message } = error;
    const { line = 1, col } = error as { line?: number; col?: number };
    const place = col === undefined ? { file, line } : { file, line, column: col };
    throw new UserError(`The XML is not well-formed: ${message}`, advice, place);
  }
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of an element; undefined when it is missing or empty. */
export function textOf(node: XmlNode, element: string): string | undefined {
  const value = node[element];
  const [first] = asList(value);
  if (typeof first === 'string') return first === '' ? undefined : first;
  const inner = isNode(first) ? first['#text'] : undefined;
  return typeof inner === 'string' ? inner : undefined;
}

/** Whether an element says `true`. */
export function flagOf(node: XmlNode, element: string): boolean {
  return textOf(node, element) === 'true';
}

/** A number; `otherwise` when the element is missing. */
export function numberOf(node: XmlNode, element: string, otherwise: number): number {
  const text = textOf(node, element);
  return text === undefined ? otherwise : Number(text);
}

/** The elements of a name that have elements in them. */
export function nodesOf(node: XmlNode, element: string): readonly XmlNode[] {
  return asList(node[element]).filter(isNode);
}

/** The elements of a name that are only text. */
export function textsOf(node: XmlNode, element: string): readonly string[] {
  return asList(node[element]).filter((value) => typeof value === 'string');
}

/** The one element of a name that has elements in it. */
export function nodeOf(node: XmlNode, element: string): XmlNode | undefined {
  return nodesOf(node, element)[0];
}

function asList(value: XmlValue | undefined): readonly (string | XmlNode)[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: XmlValue): value is readonly (string | XmlNode)[] {
  return Array.isArray(value);
}

/** The line (from 1) of the first `needle` in `text`, at or after the first `after`; undefined when it is not there. */
export function lineOf(text: string, needle: string, after = ''): number | undefined {
  const start = Math.max(0, after === '' ? 0 : text.indexOf(after));
  const found = text.indexOf(needle, start);
  return found < 0 ? undefined : text.slice(0, found).split('\n').length;
}

/** A component's own last name: `Cloud__c` of `Listing__c.Cloud__c`. */
export function shortName(component: Component): string {
  return component.fullName.slice(component.fullName.lastIndexOf('.') + 1);
}
