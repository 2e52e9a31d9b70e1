import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

/** The shape of one element's content, read from the Metadata API's own type declarations. */
export type ElementShape =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'structure'; readonly typeName: string };

export interface ElementRule {
  readonly shape: ElementShape;
  readonly required: boolean;
  readonly repeatable: boolean;
}

/** The declared types of the Metadata API, by name. */
export interface MetadataTypes {
  has(typeName: string): boolean;
  /** Elements allowed in a type, by name; those of its base types are included. */
  elements(typeName: string): ReadonlyMap<string, ElementRule>;
}

/**
 * Reads `@salesforce/types`, which Salesforce generates from the Metadata API's WSDL.
 * Only syntax is read: building a full TypeScript program of it would take two seconds more.
 */
export function loadMetadataTypes(): MetadataTypes {
  const path = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  const declarations = path.replace(/\.js$/, '.d.ts');
  return createMetadataTypes(readFileSync(declarations, 'utf8'));
}

/** The same from the text of a declaration file. */
export function createMetadataTypes(text: string): MetadataTypes {
  const aliases = collectAliases(text);
  const cache = new Map<string, ReadonlyMap<string, ElementRule>>();
  const elements = (typeName: string): ReadonlyMap<string, ElementRule> => {
    const known = cache.get(typeName);
    if (known !== undefined) return known;
    const alias = aliases.get(typeName);
    const rules = alias === undefined ? new Map() : elementRules(alias, { aliases, elements });
    cache.set(typeName, rules);
    return rules;
  };
  return { has: (typeName) => aliases.has(typeName), elements };
}

type Aliases = ReadonlyMap<string, ts.TypeNode>;

interface Resolver {
  readonly aliases: Aliases;
  elements(typeName: string): ReadonlyMap<string, ElementRule>;
}

function collectAliases(text: string): Aliases {
  const source = ts.createSourceFile('metadata.d.ts', text, ts.ScriptTarget.Latest);
  const declarations = source.statements.filter(ts.isTypeAliasDeclaration);
  return new Map(declarations.map((declaration) => [declaration.name.text, declaration.type]));
}

function elementRules(type: ts.TypeNode, resolver: Resolver): Map<string, ElementRule> {
  if (ts.isIntersectionTypeNode(type)) {
    return new Map(type.types.flatMap((part) => [...elementRules(part, resolver)]));
  }
  if (ts.isTypeReferenceNode(type)) return new Map(resolver.elements(referenceName(type)));
  if (!ts.isTypeLiteralNode(type)) return new Map();
  return new Map(
    type.members.filter(ts.isPropertySignature).map((member) => elementRule(member, resolver))
  );
}

function elementRule(member: ts.PropertySignature, resolver: Resolver): [string, ElementRule] {
  const name = ts.isIdentifier(member.name) ? member.name.text : '';
  const declared = unwrapArray(member.type);
  const optional = member.questionToken !== undefined;
  return [
    name,
    {
      shape: shapeOf(declared.type, resolver),
      required: !optional && !declared.repeatable,
      repeatable: declared.repeatable
    }
  ];
}

function unwrapArray(type: ts.TypeNode | undefined): {
  type: ts.TypeNode | undefined;
  repeatable: boolean;
} {
  return type !== undefined && ts.isArrayTypeNode(type)
    ? { type: type.elementType, repeatable: true }
    : { type, repeatable: false };
}

function shapeOf(type: ts.TypeNode | undefined, resolver: Resolver): ElementShape {
  if (type === undefined) return { kind: 'text' };
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
  if (!ts.isTypeReferenceNode(type)) return { kind: 'text' };
  const typeName = referenceName(type);
  const alias = resolver.aliases.get(typeName);
  if (alias === undefined) return { kind: 'text' };
  const values = choiceValues(alias);
  return values.size > 0 ? { kind: 'choice', values } : { kind: 'structure', typeName };
}

function choiceValues(type: ts.TypeNode): ReadonlySet<string> {
  const parts = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  const literals = parts.filter(ts.isLiteralTypeNode).map((part) => part.literal);
  return new Set(literals.filter(ts.isStringLiteral).map((literal) => literal.text));
}

function referenceName(type: ts.TypeReferenceNode): string {
  return ts.isIdentifier(type.typeName) ? type.typeName.text : '';
}
