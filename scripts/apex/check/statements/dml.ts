import type { Statement } from '../../syntax/index.ts';
import { elementOf, isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
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
  const field =
    record.kind === 'sobject' ? checker.world.schema.field(record.object, name) : undefined;
  if (field) return field.name;
  if (record.kind === 'sobject') {
    checker.report(at, `Field does not exist: ${name} on ${record.name}`);
  }
  return name;
}
