import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { ok, parameter, requireObject } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import { displayValue } from './displayValue.ts';
import { fullLayout, layoutFieldNames, layoutJson } from './layout.ts';
import type { LayoutSource } from './layout.ts';
import { objectInfo } from './objectInfo.ts';
import { objectOfId, readRecord } from './recordReader.ts';
import { masterRecordTypeId } from './recordTypes.ts';

/** Records with all that a page or a form needs: https://developer.salesforce.com/docs/platform/ui-api/guide/record-ui.html */
export const recordUiRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/record-ui/:ids', handle: recordUi },
  {
    method: 'GET',
    path: '/ui-api/record-defaults/create/:object',
    handle: (call) => createDefaults(call, true)
  },
  {
    method: 'GET',
    path: '/ui-api/record-defaults/template/create/:object',
    handle: (call) => createDefaults(call, false)
  },
  { method: 'GET', path: '/ui-api/record-defaults/clone/:id', handle: cloneDefaults }
];

async function recordUi(call: RestCall): Promise<RestAnswer> {
  const ids = parameter(call, 'ids').split(',');
  const records: Record<string, Json> = {};
  const layouts: Record<string, Json> = {};
  const objectInfos: Record<string, Json> = {};
  for (const id of ids) {
    const source = await sourceOf(call, objectOfId(call, id));
    const { object } = source;
    const optionalFields = layoutFieldNames(object, fullLayout(source));
    const record = await readRecord(call, { object, id, fields: [], optionalFields });
    const { recordTypeId } = record;
    records[id] = record;
    objectInfos[object.name] = objectInfo(call.org.schema, object, source.policy);
    layouts[object.name] = layoutsOf(
      source,
      typeof recordTypeId === 'string' ? recordTypeId : masterRecordTypeId
    );
  }
  return ok({ layouts, layoutUserStates: {}, objectInfos, records });
}

async function sourceOf(
  { org, userId }: RestCall,
  object: ObjectDefinition
): Promise<LayoutSource> {
  const { project, schema } = org;
  return { project, schema, object, policy: await org.policy(userId) };
}

/** By record type, layout type and mode: the layout is the same for each mode here. */
function layoutsOf(source: LayoutSource, recordTypeId: string): Json {
  const layout = layoutJson(source, fullLayout(source), 'Full');
  const modes = ['View', 'Edit', 'Create'].map((mode) => [mode, { ...layout, mode }]);
  return { [recordTypeId]: { Full: Object.fromEntries(modes) as Json } };
}

async function createDefaults(call: RestCall, withLayout: boolean): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const source = await sourceOf(call, object);
  const info = objectInfo(call.org.schema, object, source.policy);
  const recordTypeId =
    call.query['recordTypeId'] ??
    source.policy.defaultRecordType(object.name) ??
    masterRecordTypeId;
  const user = await call.org.user(call.userId);
  const fields = [...object.fields.values()].filter(
    ({ name, createable }) => createable && source.policy.canEditField(object.name, name)
  );
  const values = fields.map((field): [string, Json] => {
    const value = initialValue(field, recordTypeId);
    return [field.name, { displayValue: displayValue(value, field, user), value }];
  });
  const record = { apiName: object.name, recordTypeId, fields: Object.fromEntries(values) };
  const objectInfos = { [object.name]: info };
  if (!withLayout) return ok({ objectInfos, record });
  const layout = { ...layoutJson(source, fullLayout(source), 'Full'), mode: 'Create' };
  return ok({ layout, objectInfos, record: { ...record, allowSaveOnDuplicate: false } });
}

/** Defaults that are plain values; formulas are worked out when the record is saved. */
function initialValue(
  field: FieldDefinition,
  recordTypeId: string
): string | number | boolean | null {
  if (field.name === 'RecordTypeId') return recordTypeId;
  const picked = field.picklistValues.find(({ defaultValue }) => defaultValue);
  if (picked !== undefined) return picked.value;
  return literal(field);
}

function literal({
  type,
  defaultValueFormula = ''
}: FieldDefinition): string | number | boolean | null {
  const formula = defaultValueFormula.trim();
  if (type === 'boolean') return /^true$/i.test(formula);
  const text = /^"([^"\\]*)"$/.exec(formula)?.[1];
  if (text !== undefined) return text;
  return formula === '' || Number.isNaN(Number(formula)) ? null : Number(formula);
}

async function cloneDefaults(call: RestCall): Promise<RestAnswer> {
  const id = parameter(call, 'id');
  const object = objectOfId(call, id);
  const source = await sourceOf(call, object);
  const names = [...object.fields.values()]
    .filter(({ createable, unique }) => createable && !unique)
    .map(({ name }) => name);
  const { apiName, fields, recordTypeId } = await readRecord(call, {
    object,
    id,
    fields: [],
    optionalFields: names
  });
  const wanted = new Set(names);
  const copied = Object.entries(fields as Record<string, Json>).filter(([name]) =>
    wanted.has(name)
  );
  return ok({
    layout: { ...layoutJson(source, fullLayout(source), 'Full'), mode: 'Create' },
    objectInfos: { [object.name]: objectInfo(call.org.schema, object, source.policy) },
    record: {
      allowSaveOnDuplicate: false,
      apiName: apiName ?? object.name,
      recordTypeId: recordTypeId ?? null,
      fields: Object.fromEntries(copied)
    }
  });
}
