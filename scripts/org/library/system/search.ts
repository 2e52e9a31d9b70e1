import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import type { ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { modeOf } from '../database/accessLevel.ts';
import type { ApexAccessLevel } from '../database/accessLevel.ts';

function query(context: ApexContext, sosl: string): ApexList {
  return hostOf(context).search({ soql: sosl, binds: new Map(), sharing: context.sharing });
}

/** Without a clause of its own, the search runs in the mode that is asked for. */
function queryAs(context: ApexContext, sosl: string, level: ApexAccessLevel | null): ApexList {
  const hasMode = /\bwith\s+(user|system)_mode\b/i.test(sosl);
  if (hasMode || modeOf(level) === 'system') return query(context, sosl);
  const [, head = sosl, tail = ''] = /^(.*?)(\s+(?:limit|update)\s.*)$/is.exec(sosl) ?? [];
  return query(context, `${head} WITH USER_MODE${tail}`);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm */
export const searchTypes = [
  nativeClass('Search', {
    'static List<List<SObject>> query(String query)': query,
    'static List<List<SObject>> query(String query, AccessLevel level)': queryAs
  }),
  /** The local org has no Experience Cloud site, so code never runs in one. */
  nativeClass('Network', { 'static Id getNetworkId()': () => null })
];
