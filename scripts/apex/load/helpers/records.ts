import type { ApexSObject } from '../../runtime/index.ts';
import { ApexException, ApexList } from '../../runtime/index.ts';

export const records = {
  /** `new Contact(Account = account)` */
  withParents: (record: ApexSObject, parents: Readonly<Record<string, ApexSObject | null>>) => {
    for (const [name, parent] of Object.entries(parents)) record.setParent(name, parent);
    return record;
  },
  /** `account.Contacts`: what was queried, or an empty list. */
  childrenOf: (record: ApexSObject | null, name: string, childType: string) =>
    record?.getChildren(name) ?? new ApexList(childType),
  recordsOf,
  onlyRecord,
  cloneObject
};

function cloneObject(value: object): object {
  const copy = Object.create(Object.getPrototypeOf(value) as object) as object;
  return Object.assign(copy, value);
}

/** The records of a query's chunks, one by one. */
function* recordsOf(chunks: Iterable<ApexList>): Generator {
  for (const chunk of chunks) yield* chunk.items;
}

/** The one record of a query that is assigned to a record. */
export function onlyRecord(list: ApexList): unknown {
  if (list.items.length === 1) return list.items[0];
  const text =
    list.items.length === 0
      ? 'List has no rows for assignment to SObject'
      : 'List has more than 1 row for assignment to SObject';
  throw new ApexException('System.QueryException', text);
}
