import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { defineField, defineObject, schemaOver } from '../schema/index.ts';
import type { FieldDraft } from '../schema/index.ts';

/** Tables of the local org itself; Apex and SOQL do not see them. */
export const internalNames = { job: 'LocalOrg_Job', message: 'LocalOrg_Message' } as const;

const indexed = { externalId: true };

const jobFields: readonly FieldDraft[] = [
  { name: 'Id', label: 'Id', type: 'id' },
  { name: 'State', label: 'State', type: 'string', ...indexed },
  { name: 'Kind', label: 'Kind', type: 'string' },
  { name: 'JobId', label: 'AsyncApexJob', type: 'string', ...indexed },
  { name: 'TriggerId', label: 'CronTrigger', type: 'string', ...indexed },
  { name: 'UserId', label: 'User', type: 'string' },
  { name: 'RunAt', label: 'Run at', type: 'double' },
  { name: 'Depth', label: 'Depth', type: 'int' },
  { name: 'MaximumDepth', label: 'Maximum depth', type: 'int' },
  { name: 'Signature', label: 'Duplicate signature', type: 'string', ...indexed },
  { name: 'Payload', label: 'State of the Apex objects', type: 'textarea', caseSensitive: true }
];

const messageFields: readonly FieldDraft[] = [
  { name: 'Id', label: 'Id', type: 'id' },
  { name: 'Kind', label: 'Kind', type: 'string' },
  { name: 'Recipients', label: 'Recipients', type: 'textarea' },
  { name: 'Subject', label: 'Subject', type: 'string' },
  { name: 'Body', label: 'Body', type: 'textarea' },
  { name: 'CreatedDate', label: 'Created', type: 'datetime' }
];

function internal(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDraft[]
): ObjectDefinition {
  const kind = 'customSetting' as const;
  return defineObject({ name, kind, label: name, keyPrefix, fields: fields.map(defineField) });
}

/** The schema with the local org's own tables, for the store only. */
export function storeSchema(schema: SchemaPort): SchemaPort {
  const own = [
    internal(internalNames.job, '0L1', jobFields),
    internal(internalNames.message, '0L2', messageFields)
  ];
  return schemaOver([...schema.objects.values(), ...own], schema.namespace);
}
