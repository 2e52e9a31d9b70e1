import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexUrl } from '../../../apex/library/index.ts';
import { hostOf } from '../../runtime/index.ts';

function orgUrl(context: ApexContext): ApexUrl {
  return new ApexUrl(hostOf(context).services.facts.instanceUrl);
}

/**
 * The addresses of the org, beside what the language's `Url` has.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
 */
export const orgUrlType = nativeClass('Url', {
  'static Url getOrgDomainUrl()': orgUrl,
  'static Url getSalesforceBaseUrl()': orgUrl
});
