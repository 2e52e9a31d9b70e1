import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import type { ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';

function query(context: ApexContext, sosl: string): ApexList {
  return hostOf(context).search({ soql: sosl, binds: new Map(), sharing: context.sharing });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm */
export const searchTypes = [
  nativeClass('Search', { 'static List<List<SObject>> query(String query)': query }),
  /** The local org has no Experience Cloud site, so code never runs in one. */
  nativeClass('Network', { 'static Id getNetworkId()': () => null })
];
