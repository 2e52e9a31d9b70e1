import type { Position } from '../../syntax/index.ts';
import type { ApexType, TypeTable } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';

/**
 * `Trigger.new` and its kin.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
 */
export function triggerVariable(checker: Checker, name: string, at: Position): Bound {
  const type = typeOfVariable(checker, name.toLowerCase());
  if (!type) return invalid(checker, at, `Variable does not exist: ${name}`);
  return { kind: 'trigger', at, type, name: name.toLowerCase() };
}

type TypeMaker = (types: TypeTable, record: ApexType) => ApexType;

const flag: TypeMaker = (types) => types.native('Boolean');
const records: TypeMaker = (types, record) => types.list(record);
const recordsById: TypeMaker = (types, record) => types.native('Map', types.native('Id'), record);

const variables: Readonly<Record<string, TypeMaker>> = {
  new: records,
  old: records,
  newmap: recordsById,
  oldmap: recordsById,
  size: (types) => types.native('Integer'),
  operationtype: (types) => types.native('TriggerOperation'),
  isexecuting: flag,
  isinsert: flag,
  isupdate: flag,
  isdelete: flag,
  isundelete: flag,
  isbefore: flag,
  isafter: flag
};

function typeOfVariable({ types, triggerObject }: Checker, name: string): ApexType | undefined {
  const record = triggerObject ? types.ofObject(triggerObject) : types.native('SObject');
  return variables[name]?.(types, record);
}
