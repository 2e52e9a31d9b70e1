import type { Position } from '../../syntax/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';

const flags = [
  'isExecuting',
  'isInsert',
  'isUpdate',
  'isDelete',
  'isBefore',
  'isAfter',
  'isUndelete'
];

/**
 * `Trigger.new` and its kin.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
 */
export function triggerVariable(checker: Checker, name: string, at: Position): Bound {
  const type = typeOfVariable(checker, name.toLowerCase());
  if (!type) return invalid(checker, at, `Variable does not exist: ${name}`);
  return { kind: 'trigger', at, type, name: name.toLowerCase() };
}

function typeOfVariable({ types, triggerObject }: Checker, name: string): ApexType | undefined {
  const record = triggerObject ? types.ofObject(triggerObject) : types.native('SObject');
  if (name === 'new' || name === 'old') return types.list(record);
  if (name === 'newmap' || name === 'oldmap')
    return types.native('Map', types.native('Id'), record);
  if (name === 'size') return types.native('Integer');
  if (name === 'operationtype') return types.native('TriggerOperation');
  return flags.some((flag) => flag.toLowerCase() === name) ? types.native('Boolean') : undefined;
}
