import type { ApexContext } from '../../platform/index.ts';
import type { JsonNode } from './node.ts';
import type { TypeText } from './typeText.ts';

/** One deserialization. */
export interface Reading {
  readonly context: ApexContext;
  /** Are names that the type does not have an error? */
  readonly strict: boolean;
  /** JSON as a value of any type. */
  read(node: JsonNode, type: TypeText): unknown;
}
