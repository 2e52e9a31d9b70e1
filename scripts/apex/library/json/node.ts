import { jsonException } from './errors.ts';
import { TokenStream } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A JSON value whose numbers are still text. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string' | 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/**
 * Reads a whole JSON text.
 * @throws ApexException JSONException for malformed or empty text
 */
export function readJson(text: string): JsonNode {
  const tokens = new TokenStream(text);
  const first = tokens.next();
  if (first === undefined) throw jsonException('No content to map to Object due to end of input');
  const node = readNode(first, () => tokens.next());
  tokens.next();
  return node;
}

/** The value that begins with `first`; takes the rest of its tokens from `next`. */
export function readNode(first: Token, next: () => Token | undefined): JsonNode {
  switch (first.kind) {
    case 'START_OBJECT':
      return { kind: 'object', members: [...members(next)] };
    case 'START_ARRAY':
      return { kind: 'array', items: [...items(next)] };
    case 'VALUE_STRING':
      return { kind: 'string', text: first.text };
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return { kind: 'number', text: first.text };
    case 'VALUE_TRUE':
    case 'VALUE_FALSE':
      return { kind: 'boolean', value: first.kind === 'VALUE_TRUE' };
    default:
      return { kind: 'null' };
  }
}

function* members(next: () => Token | undefined): Generator<readonly [string, JsonNode]> {
  for (let name = next(); name?.kind === 'FIELD_NAME'; name = next()) {
    yield [name.text, readNode(required(next()), next)];
  }
}

function* items(next: () => Token | undefined): Generator<JsonNode> {
  for (let token = required(next()); token.kind !== 'END_ARRAY'; token = required(next())) {
    yield readNode(token, next);
  }
}

function required(token: Token | undefined): Token {
  if (token === undefined) throw jsonException('Unexpected end-of-input');
  return token;
}
