import { isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import { typesOf } from './invocation.ts';
import type { Invocation } from './invocation.ts';

/** Types whose methods the library has all: what is missing there does not exist. */
const complete = new Set(
  'String Integer Long Double Decimal Boolean Id List Set Map Date Datetime Time Math Object SObject Blob'.split(
    ' '
  )
);

type Mistake = (given: string, type: string) => string;

const wrongAll: Mistake = (given, type) =>
  `Illegal all method call for argument type, ${given}, for collection: ${type}`;

/** What the platform says when other collections, or comparators of other values, are given to one. */
const collectionMistakes: Readonly<Record<string, Mistake>> = {
  putall: (given, type) => `Invalid putAll type ${given} found for ${type}`,
  addall: wrongAll,
  removeall: wrongAll,
  retainall: wrongAll,
  containsall: wrongAll,
  sort: (given, type) => `Incompatible Comparator argument type: ${given}, for collection: ${type}`
};

/** A method that is missing from the library, in the platform's words or in ours. */
export function notSupported(type: ApexType, call: Invocation): string {
  const { name } = call;
  const special = collectionMistakes[name.toLowerCase()];
  if (special && call.given.length === 1 && isNative(type, 'List', 'Set', 'Map')) {
    return special(typesOf(call), type.name);
  }
  const signature = `Method does not exist or incorrect signature: void ${name}(${typesOf(call)}) from the type ${type.name}`;
  if (type.kind !== 'native' || complete.has(type.definition.name)) return signature;
  if (type.definition.members().methods.has(name.toLowerCase())) return signature;
  return `${signature} (not supported by the local org: ${type.definition.name}.${name})`;
}

/** A field or property that is missing. */
export function missingMember(type: ApexType, name: string): string {
  const message = `Variable does not exist: ${name}`;
  if (type.kind !== 'native' || complete.has(type.definition.name)) return message;
  return `${message} (not supported by the local org: ${type.definition.name}.${name})`;
}
