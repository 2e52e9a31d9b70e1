import type { ApexContext, DmlOperation, NativeMembers } from '../../../apex/index.ts';
import { ApexException, ApexList, ApexSObject } from '../../../apex/runtime/index.ts';
import type { DmlResult } from '../../dml/index.ts';
import { hostOf, saveRecords } from '../../runtime/index.ts';
import type { PlatformObject } from '../platformObject.ts';
import type { FieldToken } from '../schema/tokens.ts';
import { modeOf } from './accessLevel.ts';
import type { ApexAccessLevel } from './accessLevel.ts';
import type { DmlOptions } from './dmlOptions.ts';
import { resultList, resultObject } from './results.ts';

/** What stands behind the records in a call, in the order of the signature. */
type Extra = 'externalId' | 'allOrNone' | 'options' | 'level';

const parameterTexts: Readonly<Record<Extra, string>> = {
  externalId: 'Schema.SObjectField externalId',
  allOrNone: 'Boolean allOrNone',
  options: 'Database.DMLOptions options',
  level: 'AccessLevel level'
};

interface Form {
  readonly operation: DmlOperation;
  readonly result: string;
  readonly subjects: readonly string[];
  readonly extras: readonly (readonly Extra[])[];
}

const withOptions: readonly (readonly Extra[])[] = [
  [],
  ['allOrNone'],
  ['options'],
  ['level'],
  ['allOrNone', 'level'],
  ['options', 'level']
];
const plain = withOptions.filter((extras) => !extras.includes('options'));
const records = ['SObject record', 'List<SObject> records'];
const recordsOrIds = [...records, 'Id id', 'List<Id> ids'];

const forms: readonly Form[] = [
  { operation: 'insert', result: 'Database.SaveResult', subjects: records, extras: withOptions },
  { operation: 'update', result: 'Database.SaveResult', subjects: records, extras: withOptions },
  {
    operation: 'upsert',
    result: 'Database.UpsertResult',
    subjects: records,
    extras: plain.flatMap((extras) => [extras, ['externalId', ...extras] as const])
  },
  { operation: 'delete', result: 'Database.DeleteResult', subjects: recordsOrIds, extras: plain },
  {
    operation: 'undelete',
    result: 'Database.UndeleteResult',
    subjects: recordsOrIds,
    extras: plain
  }
];

/** All forms of `Database.insert` and its kin. */
export const dmlMembers: NativeMembers = {
  ...Object.fromEntries(forms.flatMap(membersOf)),
  ...mergeMembers()
};

function membersOf(form: Form): [string, (context: ApexContext, ...values: never[]) => unknown][] {
  return form.subjects.flatMap((subject) =>
    form.extras.map((extras): [string, (context: ApexContext, ...v: never[]) => unknown] => {
      const isList = subject.startsWith('List');
      const result = isList ? `List<${form.result}>` : form.result;
      const parameters = [subject, ...extras.map((extra) => parameterTexts[extra])].join(', ');
      return [
        `static ${result} ${form.operation}(${parameters})`,
        (context: ApexContext, ...values: unknown[]) =>
          save(context, form.operation, readCall(context, values, extras))
      ];
    })
  );
}

interface Call {
  readonly subject: unknown;
  readonly externalId: FieldToken | undefined;
  readonly allOrNone: boolean;
  readonly truncates: boolean;
  readonly level: 'user' | 'system';
}

function readCall(
  context: ApexContext,
  [subject, ...rest]: readonly unknown[],
  extras: readonly Extra[]
): Call {
  const given = new Map(extras.map((extra, index) => [extra, rest[index]]));
  const options = given.get('options') as PlatformObject<DmlOptions> | null | undefined;
  return {
    subject,
    externalId: (given.get('externalId') ?? undefined) as FieldToken | undefined,
    allOrNone: given.get('allOrNone') !== false && options?.data['optAllOrNone'] !== false,
    truncates: options?.data['allowFieldTruncation'] === true,
    level: modeOf(context, given.get('level') as ApexAccessLevel | undefined)
  };
}

function save(context: ApexContext, operation: DmlOperation, call: Call): unknown {
  const results = saveRecords(hostOf(context), {
    operation,
    records: recordsFrom(context, call.subject),
    externalIdField: call.externalId?.data.field.name,
    accessLevel: call.level,
    sharing: context.sharing,
    allOrNone: call.allOrNone,
    truncates: call.truncates
  });
  if (call.subject instanceof ApexList) return resultList(operation, results);
  return resultObject(operation, results[0] ?? nothingDone);
}

const nothingDone: DmlResult = { id: undefined, success: false, created: false, errors: [] };

/** Deleting and undeleting take ids as well as records. */
function recordsFrom(context: ApexContext, subject: unknown): unknown {
  if (subject instanceof ApexList) {
    return new ApexList(
      'SObject',
      subject.items.map((item) => recordFrom(context, item))
    );
  }
  return recordFrom(context, subject);
}

function recordFrom({ schema }: ApexContext, item: unknown): unknown {
  if (typeof item !== 'string') return item;
  const prefix = item.slice(0, 3);
  const object = [...schema.objects.values()].find(({ keyPrefix }) => keyPrefix === prefix);
  if (object !== undefined) return new ApexSObject(object.name, { Id: item });
  throw new ApexException('System.DmlException', `Invalid id: ${item}`);
}

function mergeMembers(): NativeMembers {
  const duplicates = [
    'SObject duplicate',
    'List<SObject> duplicates',
    'Id duplicate',
    'List<Id> duplicates'
  ];
  return Object.fromEntries(
    duplicates.flatMap((duplicate) =>
      plain.map((extras) => {
        const parameters = ['SObject master', duplicate, ...extras.map((e) => parameterTexts[e])];
        const isList = duplicate.startsWith('List');
        const result = isList ? 'List<Database.MergeResult>' : 'Database.MergeResult';
        return [
          `static ${result} merge(${parameters.join(', ')})`,
          (context: ApexContext, master: unknown, ...[others, ...rest]: unknown[]) =>
            merge(context, { ...readCall(context, [master, ...rest], extras), others })
        ];
      })
    )
  );
}

function merge(context: ApexContext, call: Call & { readonly others: unknown }): unknown {
  const [master = nothingDone, ...merged] = saveRecords(hostOf(context), {
    operation: 'merge',
    records: call.subject,
    duplicates: call.others,
    accessLevel: call.level,
    sharing: context.sharing,
    allOrNone: call.allOrNone
  });
  const results = merged.map((duplicate) => mergeResult(master, duplicate));
  if (call.others instanceof ApexList) return resultList('merge', results);
  return resultObject('merge', results[0] ?? nothingDone);
}

/** One result for each duplicate, with the master's id. */
function mergeResult(master: DmlResult, duplicate: DmlResult): DmlResult {
  return {
    ...duplicate,
    id: master.id,
    success: master.success && duplicate.success,
    errors: [...master.errors, ...duplicate.errors],
    merged: duplicate.id === undefined ? [] : [duplicate.id]
  };
}
