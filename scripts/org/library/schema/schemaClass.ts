import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexList } from '../../../apex/runtime/index.ts';
import type { ApexMap } from '../../../apex/runtime/index.ts';
import { CaselessMap } from './caselessMap.ts';
import { describeObject } from './objectDescribe.ts';
import { objectToken, requireObject } from './tokens.ts';

function globalDescribe({ schema }: ApexContext): ApexMap {
  const prefix = `${schema.namespace}__`;
  const entries = [...schema.objects.values()].flatMap((object) => {
    const token = objectToken(schema, object);
    const name = object.name.toLowerCase();
    const short = name.startsWith(prefix) ? [[name.slice(prefix.length), token] as const] : [];
    return [[name, token] as const, ...short];
  });
  return new CaselessMap('String', 'Schema.SObjectType', entries);
}

function describeAll(context: ApexContext, names: ApexList): ApexList {
  return new ApexList(
    'Schema.DescribeSObjectResult',
    names.items.map((name) => describeObject(requireObject(context, String(name))))
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm */
export const schemaClass = nativeClass('Schema', {
  'static Map<String, Schema.SObjectType> getGlobalDescribe()': globalDescribe,
  'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeAll,
  'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)':
    describeAll
});
