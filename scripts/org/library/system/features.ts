import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';

function parameter(name: string): never {
  throw new ApexException(
    'System.NoDataFoundException',
    `Feature parameter ${name} was not found; the local org has no License Management App.`
  );
}

function members(types: readonly string[]): NativeMembers {
  return Object.fromEntries(
    types.flatMap((type) => [
      [
        `static ${type} checkPackage${type}Value(String name)`,
        (_context: ApexContext, name: string) => parameter(name)
      ],
      [
        `static void setPackage${type}Value(String name, ${type} value)`,
        (_context: ApexContext, name: string) => parameter(name)
      ]
    ])
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_FeatureManagement.htm */
export const featureManagement = nativeClass('FeatureManagement', {
  'static Boolean checkPermission(String name)': (context: ApexContext, name: string) =>
    hostOf(context).transaction.policy.hasCustomPermission(name),
  'static void changeProtection(String name, String type, String protection)': () => undefined,
  ...members(['Boolean', 'Date', 'Integer'])
});
