import { nativeClass } from '../../../apex/index.ts';
import { jsonOf } from '../jsonMembers.ts';
import { JsonObject } from '../platformObject.ts';
import type { PlatformObject } from '../platformObject.ts';
import { properties } from '../properties.ts';
import type { Properties } from '../properties.ts';

/** The settings of `Database.DMLOptions`. */
export type DmlOptions = Properties;

const headers = {
  AssignmentRuleHeader: { assignmentRuleId: 'Id', useDefaultRule: 'Boolean' },
  DuplicateRuleHeader: {
    allowSave: 'Boolean',
    includeRecordDetails: 'Boolean',
    runAsCurrentUser: 'Boolean'
  },
  EmailHeader: {
    triggerAutoResponseEmail: 'Boolean',
    triggerOtherEmail: 'Boolean',
    triggerUserEmail: 'Boolean'
  }
} as const;

const headerNames = Object.keys(headers);

function newOptions(): PlatformObject<DmlOptions> {
  const parts = headerNames.map((name): [string, unknown] => [
    name,
    new JsonObject<Properties>(`Database.DMLOptions.${name}`, {}, jsonOf)
  ]);
  return new JsonObject<DmlOptions>('Database.DMLOptions', Object.fromEntries(parts), jsonOf);
}

/**
 * The local org has no assignment rules, and sends no e-mail of its own: of the headers it keeps what is set.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_DMLOptions.htm
 */
export const dmlOptionTypes = [
  nativeClass('Database.DMLOptions', {
    'new()': newOptions,
    ...properties({
      optAllOrNone: 'Boolean',
      allowFieldTruncation: 'Boolean',
      localeOptions: 'String',
      ...Object.fromEntries(headerNames.map((name) => [name, `Database.DMLOptions.${name}`]))
    })
  }),
  ...Object.entries(headers).map(([name, table]) =>
    nativeClass(`Database.DMLOptions.${name}`, properties(table))
  )
];
