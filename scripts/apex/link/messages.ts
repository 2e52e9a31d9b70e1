import type { TypeName } from '../syntax/index.ts';
import { textOfType } from './world.ts';

/** Namespaces of the platform that the library covers in part only. */
const platformNamespaces = new Set(
  (
    'apex_pages apexpages approval auth cache canvas chatteranswers commercepayments connectapi context ' +
    'database datacloud datasource dataweave dom eventbus externalservice flow formulaeval functions invocable ' +
    'iscacheable kbmanagement lxscheduler messaging metadata placequote pref_center process ' +
    'quickaction reports richmessaging schema search sfc sfdc_checkout sfdc_surveys site support ' +
    'system territorymgmt txnsecurity userprovisioning visualeditor wave'
  ).split(' ')
);

export function isPlatformNamespace(name: string): boolean {
  return platformNamespaces.has(name.toLowerCase());
}

/** The part of a type name that is wrong: a type argument, or the whole. */
export function wrongPart(name: TypeName, resolves: (part: TypeName) => boolean): TypeName {
  const inner = name.parts.flatMap(({ arguments: list }) => list).find((one) => !resolves(one));
  return inner ? wrongPart(inner, resolves) : name;
}

/** The platform's word for a type that nothing declares; a type of a platform's namespace may just not be here yet. */
export function invalidType(name: TypeName): string {
  const text = textOfType(name);
  const [first] = name.parts;
  const count = wrongCount(name);
  if (count !== undefined) return count;
  const isPlatform = name.parts.length > 1 && isPlatformNamespace(first?.name ?? '');
  return isPlatform
    ? `Invalid type: ${text} (not supported by the local org)`
    : `Invalid type: ${text}`;
}

/** How many type arguments the collections take. */
export const argumentCounts: ReadonlyMap<string, number> = new Map([
  ['list', 1],
  ['set', 1],
  ['map', 2]
]);

function wrongCount({ parts: [only, ...rest] }: TypeName): string | undefined {
  if (!only || rest.length > 0) return undefined;
  const expected = argumentCounts.get(only.name.toLowerCase());
  const found = only.arguments.length;
  if (expected === undefined || expected === found) return undefined;
  return found === 0
    ? `No type arguments provided for a parameterized type: ${only.name}`
    : `Invalid type argument count for ${only.name}: expected ${expected} but found ${found}`;
}
