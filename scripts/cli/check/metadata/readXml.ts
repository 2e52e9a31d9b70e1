import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

/** An element with what is in it, in document order. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
  readonly attributes: Readonly<Record<string, string>>;
  /** From 1. */
  readonly line: number;
}

export type XmlResult =
  | { readonly root: XmlElement }
  | { readonly problem: { readonly message: string; readonly line: number } };

type ParsedNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  ignoreDeclaration: true
});
const metadataSymbol = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** Parses one document; anything that is not well-formed comes back with its line. */
export function readXml(text: string): XmlResult {
  const problem = syntaxProblem(text);
  if (problem !== undefined) return { problem };
  const nodes = parser.parse(text) as ParsedNode[];
  const lineOf = lineFinder(text);
  const root = nodes.map((node) => toElement(node, lineOf)).find((element) => element.name !== '');
  return root === undefined
    ? { problem: { message: 'The document has no root element.', line: 1 } }
    : { root };
}

function syntaxProblem(text: string): { message: string; line: number } | undefined {
  try {
    SyntaxValidator.validate(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = 'line' in error && typeof error.line === 'number' ? error.line : 1;
    return { message: error.message, line };
  }
}

function toElement(node: ParsedNode, lineOf: (offset: number) => number): XmlElement {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text') ?? '';
  const content = Array.isArray(node[name]) ? (node[name] as ParsedNode[]) : [];
  const place = (node as Record<symbol, { startIndex?: number } | undefined>)[metadataSymbol];
  return {
    name,
    text: content.map(textOf).join(''),
    children: content
      .filter((child) => !('#text' in child))
      .map((child) => toElement(child, lineOf)),
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    line: lineOf(place?.startIndex ?? 0)
  };
}

function textOf(node: ParsedNode): string {
  const text = node['#text'];
  return typeof text === 'string' ? text : '';
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return (offset) => starts.filter((start) => start <= offset).length;
}
