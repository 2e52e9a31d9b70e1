import type { Statement } from '../../syntax/index.ts';
import { elementOf, isNative } from '../../types/index.ts';
import type { ApexType, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { BoundStatement } from '../boundStatements.ts';
import type { Checker } from '../checker.ts';
import { check } from '../expressions/check.ts';

/** `insert as user records;` */
export function checkDml(checker: Checker, statement: Statement & { kind: 'dml' }): BoundStatement {
  const { at, operation, accessLevel } = statement;
  const records = check(checker, statement.records);
  const duplicates = statement.duplicates && check(checker, statement.duplicates);
  requireRecords(checker, records);
  if (duplicates) mergeRules(checker, records, duplicates);
  return {
    kind: 'dml',
    at,
    operation,
    records,
    duplicates,
    externalId: externalId(checker, statement, records.type),
    accessLevel
  };
}

function requireRecords(checker: Checker, { type, at }: Bound): void {
  if (type.kind === 'unknown' || isRecord(type)) return;
  if (isNative(type, 'List') && isRecord(elementOf(type))) return;
  const message = `DML requires SObject or SObject list type: ${type.name}`;
  checker.report(at, message);
}

function isRecord(type: ApexType): boolean {
  return type.kind === 'sobject' || type.kind === 'unknown' || isNative(type, 'SObject');
}

/** The canonical name of the field that an upsert matches by. */
function externalId(
  checker: Checker,
  { externalId: written, at }: Statement & { kind: 'dml' },
  type: ApexType
): string | undefined {
  if (written === undefined) return undefined;
  const record = isNative(type, 'List') ? elementOf(type) : type;
  const name = written.split('.').at(-1) ?? written;
  if (record.kind === 'sobject') return keyField(checker, record, { name, at });
  if (record.kind !== 'unknown') {
    checker.report(at, 'Upsert with a field specification requires a concrete SObject type');
  }
  return name;
}

function keyField(
  checker: Checker,
  { object }: RecordType,
  { name, at }: { readonly name: string; readonly at: Bound['at'] }
): string {
  const field = checker.world.schema.field(object, name);
  if (!field) checker.report(at, `Field does not exist: ${name} on ${object.name}`);
  else if (!field.externalId && !field.idLookup && field.type !== 'id') {
    const message = `Invalid field for upsert, must be an External Id custom or standard indexed field: ${object.name}.${field.name}`;
    checker.report(at, message);
  }
  return field?.name ?? name;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_merge.htm */
function mergeRules(checker: Checker, { type, at }: Bound, duplicates: Bound): void {
  if (type.kind === 'unknown' || duplicates.type.kind === 'unknown') return;
  if (type.kind !== 'sobject') {
    return checker.report(at, `Merge requires a concrete SObject type: ${type.name}`);
  }
  if (!type.object.mergeable) {
    return checker.report(at, `Specified type ${type.name} cannot be merged`);
  }
  const [given] = isNative(duplicates.type, 'List')
    ? [elementOf(duplicates.type)]
    : [duplicates.type];
  if (given === type || isNative(given, 'Id')) return;
  checker.report(duplicates.at, 'Invalid type for duplicate records');
}
