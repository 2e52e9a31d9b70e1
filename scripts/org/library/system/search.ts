import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import type { ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { modeOf } from '../database/accessLevel.ts';
import type { ApexAccessLevel } from '../database/accessLevel.ts';

/** Without a clause of its own, the search runs in the mode that is asked for. */
function query(context: ApexContext, sosl: string, level?: ApexAccessLevel | null): ApexList {
  const { sharing } = context;
  const accessLevel = modeOf(context, level);
  return hostOf(context).search({ soql: sosl, binds: new Map(), sharing, accessLevel });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm */
export const searchTypes = [
  nativeClass('Search', {
    'static List<List<SObject>> query(String query)': query,
    'static List<List<SObject>> query(String query, AccessLevel level)': query
  }),
  /** The local org has no Experience Cloud site, so code never runs in one. */
  nativeClass('Network', { 'static Id getNetworkId()': () => null })
];
