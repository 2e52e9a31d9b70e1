export { deserialize } from './deserialize.ts';
export { jsonException } from './errors.ts';
export { readJson, readNode } from './node.ts';
export { readScalar } from './scalars.ts';
export { writeValue } from './serialize.ts';
export { tokenNames, TokenStream } from './tokens.ts';
export type { Token, TokenKind } from './tokens.ts';
export { untyped } from './untyped.ts';
export { JsonWriter } from './writer.ts';
