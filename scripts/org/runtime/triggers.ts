import type { SchemaPort, TriggerEvent, TriggerInfo } from '../../apex/index.ts';
import type { ApexSObject } from '../../apex/runtime/index.ts';
import { ApexException, ApexList, ApexMap } from '../../apex/runtime/index.ts';
import { TriggerFailure } from '../dml/index.ts';
import type { TriggerPort, TriggerRecord } from '../dml/index.ts';
import type { OrgHost } from './host.ts';
import { isUncatchable } from './exceptions.ts';
import type { StoredRow } from '../store/types.ts';
import { toStored } from './values.ts';

/** Runs the project's Apex triggers for the DML engine. */
export function apexTriggers(host: OrgHost): TriggerPort {
  const table = Map.groupBy(
    host.services.program.triggers.flatMap((trigger) =>
      trigger.events.map((event) => ({ key: keyOf(trigger.object, event), trigger }))
    ),
    ({ key }) => key
  );
  return {
    handles: (object, event) => table.has(keyOf(object, event)),
    run: (event, object, records) => {
      const scope = scopeOf(host, event, records);
      for (const { trigger } of table.get(keyOf(object, event)) ?? []) {
        runTrigger(host, trigger, scope);
      }
      handBack(host.services.schema, scope, records);
    }
  };
}

function keyOf(object: string, event: TriggerEvent): string {
  return `${event} ${object.toLowerCase()}`;
}

interface Scope {
  readonly event: TriggerEvent;
  readonly current: readonly ApexSObject[];
  readonly previous: readonly ApexSObject[];
  readonly type: string;
}

function scopeOf(host: OrgHost, event: TriggerEvent, records: readonly TriggerRecord[]): Scope {
  const { bridge } = host.services;
  const deletes = event.endsWith('delete') && event !== 'after undelete';
  const type = records[0]?.object ?? 'SObject';
  const rows = deletes ? [] : records;
  const formulas = formulaReader(host, type);
  const current = rows.map(({ object, id, values }) =>
    bridge.fromRow(object, { ...formulas(values), ...(id === undefined ? {} : { Id: id }) })
  );
  const previous = records.flatMap(({ object, id, values, old }) => {
    const row = deletes ? (old ?? values) : old;
    return row === undefined ? [] : [bridge.fromRow(object, { ...row, Id: id ?? null })];
  });
  if (event.startsWith('after')) lock(current);
  lock(previous);
  return { event, current, previous, type };
}

/** Adds the values of an object's formula fields to its rows. */
function formulaReader(host: OrgHost, type: string): (row: StoredRow) => StoredRow {
  const { services, transaction } = host;
  const fields = [...(services.schema.object(type)?.fields.values() ?? [])];
  const names = fields.filter(({ formula }) => formula !== undefined).map(({ name }) => name);
  if (names.length === 0) return (row) => row;
  const rules = services.rules(transaction);
  return (row) => ({
    ...row,
    ...Object.fromEntries(names.map((name) => [name, rules.fieldValue(type, name, row)]))
  });
}

function lock(records: readonly ApexSObject[]): void {
  for (const record of records) record.readOnly = true;
}

function runTrigger(host: OrgHost, trigger: TriggerInfo, scope: Scope): void {
  const { transaction, services } = host;
  const { event, current, previous, type } = scope;
  transaction.triggers.push({ object: type, records: current });
  try {
    services.program.runTrigger(trigger.name, {
      event,
      newRecords: listOf(type, current),
      oldRecords: listOf(type, previous),
      newMap: event === 'before insert' ? null : mapOf(type, current),
      oldMap: mapOf(type, previous),
      size: Math.max(current.length, previous.length)
    });
  } catch (error) {
    if (!(error instanceof ApexException) || isUncatchable(error)) throw error;
    throw new TriggerFailure(failureText(trigger, event, error));
  } finally {
    transaction.triggers.pop();
  }
}

function listOf(type: string, records: readonly ApexSObject[]): ApexList | null {
  if (records.length === 0) return null;
  const list = new ApexList(type, [...records]);
  list.readOnly = true;
  return list;
}

function mapOf(type: string, records: readonly ApexSObject[]): ApexMap | null {
  if (records.length === 0) return null;
  return new ApexMap(
    'Id',
    type,
    records.map((record) => [record.id, record])
  );
}

function failureText(trigger: TriggerInfo, event: TriggerEvent, error: ApexException): string {
  const moment = event.replaceAll(/(?:^| )(.)/g, (_all, first: string) => first.toUpperCase());
  return `${trigger.name}: execution of ${moment}\n\ncaused by: ${error.describe()}\n\n${error.stackTrace}`;
}

function handBack(schema: SchemaPort, scope: Scope, records: readonly TriggerRecord[]): void {
  const { current, previous, event } = scope;
  records.forEach((record, index) => {
    const apex = current[index] ?? previous[index];
    if (apex === undefined) return;
    for (const { field, message } of apex.errors) record.addError(message, field);
    if (event === 'before insert' || event === 'before update') takeValues(schema, apex, record);
  });
}

function takeValues(schema: SchemaPort, apex: ApexSObject, record: TriggerRecord): void {
  const fields = schema.object(apex.type)?.fields;
  for (const [name, value] of Object.entries(apex.fields)) {
    const isFormula = fields?.get(name.toLowerCase())?.formula !== undefined;
    if (name !== 'Id' && !isFormula) record.values[name] = toStored(value);
  }
}
