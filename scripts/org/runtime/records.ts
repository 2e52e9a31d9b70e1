import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { ApexDecimal, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import type { DmlRecord } from '../dml/types.ts';
import { isCompound, isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryColumn, QueryRecord, QueryResult, QueryValue } from '../soql/types.ts';
import type { FieldValue, StoredRow } from '../store/types.ts';
import { compoundInApex, isCompoundInApex } from './compound.ts';
import { toApex, toStored } from './values.ts';
import type { ValueType } from './values.ts';

/** Turns query results and stored rows into Apex records and back. */
export interface RecordBridge {
  /** A list of `ApexSObject`s (or of AggregateResults). */
  fromQuery(result: QueryResult): ApexList;
  /** A whole row, as triggers see it. */
  fromRow(object: string, row: StoredRow): ApexSObject;
  /** All fields of an Apex record that are set, on their way into DML. */
  toDml(record: ApexSObject): DmlRecord;
}

const textType: ValueType = { type: 'string', scale: 0 };

/** The bridge over one org's schema. */
export function recordBridge(schema: SchemaPort): RecordBridge {
  const fieldOf = (object: string, name: string): FieldDefinition | undefined =>
    schema.object(object)?.fields.get(name.toLowerCase());

  function fromRecord(source: QueryRecord): ApexSObject {
    const record = new ApexSObject(source.object);
    record.queried = true;
    for (const [name, value] of source.values) place(record, name, value);
    return record;
  }

  function place(record: ApexSObject, name: string, value: QueryValue): void {
    if (isChildren(value)) record.setChildren(name, childList(record.type, name, value));
    else if (isQueryRecord(value)) record.setParent(name, fromRecord(value));
    else if (isCompound(value)) record.fields[name] = compoundInApex(value);
    else placeField(record, name, value);
  }

  function placeField(record: ApexSObject, name: string, value: FieldValue): void {
    const field = fieldOf(record.type, name);
    if (field === undefined && value === null) record.setParent(name, null);
    else record.fields[name] = toApex(value, field ?? textType);
  }

  function childList(parent: string, name: string, rows: readonly QueryRecord[]): ApexList {
    const object = schema.object(parent);
    const relationship = object && schema.childRelationship(object, name);
    return new ApexList(relationship?.childObject ?? 'SObject', rows.map(fromRecord));
  }

  return {
    fromQuery: (result) => {
      const { object, records, columns } = result;
      const items =
        object === 'AggregateResult'
          ? records.map((record) => aggregateResult(record, columns))
          : records.map(fromRecord);
      return new ApexList(object, items);
    },
    fromRow: (object, row) => wholeRecord(schema.object(object), object, row),
    toDml: (record) => dmlRecord(record, schema)
  };
}

function isChildren(value: QueryValue): value is readonly QueryRecord[] {
  return Array.isArray(value);
}

function wholeRecord(
  definition: ObjectDefinition | undefined,
  object: string,
  row: StoredRow
): ApexSObject {
  const record = new ApexSObject(object);
  for (const [name, value] of Object.entries(row)) {
    const field = definition?.fields.get(name.toLowerCase());
    if (field !== undefined) record.fields[name] = toApex(value, field);
  }
  return record;
}

function aggregateResult(source: QueryRecord, columns: readonly QueryColumn[]): ApexSObject {
  const record = new ApexSObject('AggregateResult');
  record.queried = true;
  const types = new Map(columns.map(({ name, type }) => [name.toLowerCase(), type]));
  for (const [name, value] of source.values) {
    const type = types.get(name.toLowerCase()) ?? 'string';
    record.fields[name] = aggregateValue(value, type);
  }
  return record;
}

function aggregateValue(value: QueryValue, type: string): unknown {
  if (typeof value === 'object') return value;
  if (type === 'int') return Number(value);
  if (type === 'double' || type === 'currency' || type === 'percent') {
    return ApexDecimal.parse(String(value));
  }
  // The SOQL engine names field types here.
  return toApex(value, { type: type as ValueType['type'], scale: 0 });
}

/** What compound fields are made of is saved by its own fields. */
function storedFields({ fields }: ApexSObject): [string, unknown][] {
  return Object.entries(fields).filter(([, value]) => !isCompoundInApex(value));
}

function dmlRecord(record: ApexSObject, schema: SchemaPort): DmlRecord {
  const definition = schema.object(record.type);
  const values: Record<string, FieldValue | DmlRecord> = {};
  for (const [name, value] of storedFields(record)) values[name] = toStored(value);
  for (const [name, parent] of Object.entries(record.parents)) {
    const relationship = definition && schema.parentRelationship(definition, name);
    const wanted = relationship !== undefined && !record.isSet(relationship.name);
    if (parent !== null && wanted && !parent.queried) values[name] = dmlRecord(parent, schema);
  }
  return { object: record.type, values };
}
