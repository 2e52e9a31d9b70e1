import type {
  ApexContext,
  DmlOperation,
  StaticQuery,
  TriggerVariables
} from '../../platform/index.ts';
import { ApexEnumValue } from '../../runtime/index.ts';
import type { ApexList } from '../../runtime/index.ts';
import { elementsOf } from '../../library/index.ts';
import type { ProgramAccess } from './calls.ts';
import { onlyRecord } from './records.ts';

/** What compiled code asks of the org beneath. */
export function platform(
  context: ApexContext,
  program: ProgramAccess
): Readonly<Record<string, unknown>> {
  const request = (soql: string, binds: readonly unknown[]): StaticQuery => ({
    soql,
    binds: new Map(binds.map((value, index) => [`b${index}`, value])),
    sharing: context.sharing,
    accessLevel: context.access
  });
  return {
    query: (soql: string, binds: unknown[]) => context.host.query(request(soql, binds)),
    querySingle: (soql: string, binds: unknown[]) =>
      onlyRecord(context.host.query(request(soql, binds)) as ApexList),
    queryFirst: (soql: string, binds: unknown[]) => {
      const list = context.host.query(request(soql, binds)) as ApexList;
      return list.items.length === 0 ? null : onlyRecord(list);
    },
    queryCount: (soql: string, binds: unknown[]) => context.host.count(request(soql, binds)),
    queryChunks: (soql: string, binds: unknown[]) => context.host.queryChunks(request(soql, binds)),
    search: (sosl: string, binds: unknown[]) => context.host.search(request(sosl, binds)),
    dml: (operation: DmlOperation, records: unknown, ...rest: DmlRest) =>
      context.host.dml({
        operation,
        records,
        duplicates: rest[0],
        externalIdField: rest[1],
        accessLevel: rest[2] ?? context.access,
        sharing: context.sharing
      }),
    runAs: (user: unknown, block: () => void) => context.host.runAs(user, block),
    future: (className: string, method: string, values: unknown[]): null => {
      context.host.future(className, method, values);
      return null;
    },
    tick: () => context.host.checkCpuTime(),
    listObjectType: ({ elementType }: ApexList) =>
      elementType === 'SObject' ? null : objectToken(context, program, elementType),
    label: (name: string) => context.schema.label(name) ?? null,
    iterate: (value: unknown) => elementsOf(context, value),
    triggerVariable: (name: string) => triggerVariable(name, program.trigger())
  };
}

function objectToken(context: ApexContext, program: ProgramAccess, name: string): unknown {
  const token = program.native(
    'Schema.SObjectType|static Schema.SObjectType $token(String object)'
  );
  return token(context, ...([name] as never[]));
}

type DmlRest = [
  duplicates: unknown,
  externalId: string | undefined,
  access: 'user' | 'system' | undefined
];

const operations = [
  'BEFORE_INSERT',
  'BEFORE_UPDATE',
  'BEFORE_DELETE',
  'AFTER_INSERT',
  'AFTER_UPDATE',
  'AFTER_DELETE',
  'AFTER_UNDELETE'
];

type Reader = (variables: TriggerVariables) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  new: ({ newRecords }) => newRecords,
  old: ({ oldRecords }) => oldRecords,
  newmap: ({ newMap }) => newMap,
  oldmap: ({ oldMap }) => oldMap,
  size: ({ size }) => size,
  isexecuting: () => true,
  isinsert: ({ event }) => event.endsWith(' insert'),
  isupdate: ({ event }) => event.endsWith(' update'),
  isdelete: ({ event }) => event.endsWith(' delete'),
  isundelete: ({ event }) => event.endsWith(' undelete'),
  isbefore: ({ event }) => event.startsWith('before'),
  isafter: ({ event }) => event.startsWith('after'),
  operationtype: ({ event }) => {
    const name = event.toUpperCase().replace(' ', '_');
    return new ApexEnumValue('TriggerOperation', name, operations.indexOf(name));
  }
};

/** Outside a trigger the flags are false and the rest is null. */
function triggerVariable(name: string, variables: TriggerVariables | undefined): unknown {
  if (variables) return readers[name]?.(variables);
  return name.startsWith('is') ? false : null;
}
