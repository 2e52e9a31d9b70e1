import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, ObjectDefinition } from '../../../apex/index.ts';
import type { ApexEnumValue } from '../../../apex/runtime/index.ts';
import {
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexSObject
} from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { inaccessibleFields, reachesObject } from '../../security/index.ts';
import type { AccessType } from '../../security/index.ts';
import type { AccessPolicy } from '../../session/types.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';

interface Decision {
  readonly records: ApexList;
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modified: readonly number[];
}

interface Strip {
  readonly context: ApexContext;
  readonly policy: AccessPolicy;
  readonly access: AccessType;
  readonly removed: Map<string, Set<string>>;
}

function stripInaccessible(
  context: ApexContext,
  accessValue: ApexEnumValue,
  ...[records, enforceObject]: [ApexList, boolean | undefined]
): PlatformObject<Decision> {
  const { policy } = hostOf(context).transaction;
  // The enum's values are the access types.
  const access = accessValue.name as AccessType;
  const strip: Strip = { context, policy, access, removed: new Map() };
  const [first] = records.items;
  if (first instanceof ApexSObject && enforceObject !== false) {
    if (!reachesObject(policy, first.type, access)) throw noAccess(first.type, access);
  }
  const modified: number[] = [];
  const items = records.items.map((item, index) => {
    if (!(item instanceof ApexSObject)) return item;
    const result = stripRecord(strip, item);
    if (result.setFields().length < item.setFields().length) modified.push(index);
    return result;
  });
  const data = { records: new ApexList(records.elementType, items), modified };
  return new PlatformObject<Decision>('SObjectAccessDecision', { ...data, removed: strip.removed });
}

function noAccess(object: string, access: string): ApexException {
  return new ApexException(
    'System.NoAccessException',
    `No access to entity: ${object} (${access.toLowerCase()})`
  );
}

function stripRecord(strip: Strip, record: ApexSObject): ApexSObject {
  const copy = record.copy({ keepId: true, deep: false });
  copy.queried = record.queried;
  const object = strip.context.schema.object(record.type);
  for (const name of closedFields(strip, record.type, record.setFields())) {
    Reflect.deleteProperty(copy.fields, name);
    note(strip, record.type, name);
  }
  if (object !== undefined) stripRelated(strip, copy, object);
  return copy;
}

function closedFields(strip: Strip, object: string, fields: readonly string[]): string[] {
  const { context, policy, access } = strip;
  return inaccessibleFields({ schema: context.schema, policy }, { object, fields }, access);
}

function note({ removed }: Strip, object: string, field: string): void {
  const fields = removed.get(object) ?? new Set();
  removed.set(object, fields.add(field));
}

function stripRelated(strip: Strip, copy: ApexSObject, object: ObjectDefinition): void {
  for (const [name, parent] of Object.entries(copy.parents)) {
    const field = strip.context.schema.parentRelationship(object, name);
    if (parent === null || field === undefined) continue;
    if (closedFields(strip, copy.type, [field.name]).length === 0) {
      copy.parents[name] = stripRecord(strip, parent);
    } else {
      Reflect.deleteProperty(copy.parents, name);
      note(strip, copy.type, name);
    }
  }
  for (const [name, children] of Object.entries(copy.children)) {
    stripChildren(strip, copy, { name, children });
  }
}

interface Related {
  readonly name: string;
  readonly children: ApexList;
}

/** Without access to their object, children go as a whole. */
function stripChildren(strip: Strip, copy: ApexSObject, { name, children }: Related): void {
  const child = strip.context.schema.object(children.elementType)?.name;
  if (child !== undefined && !reachesObject(strip.policy, child, strip.access)) {
    Reflect.deleteProperty(copy.children, name);
    note(strip, copy.type, name);
    return;
  }
  const kept = children.items.map((each) =>
    each instanceof ApexSObject ? stripRecord(strip, each) : each
  );
  copy.children[name] = new ApexList(children.elementType, kept);
}

function removedFields({ removed }: Decision): ApexMap {
  const entries = [...removed].map(
    ([object, fields]) => [object, new ApexSet('String', fields)] as const
  );
  return new ApexMap('String', 'Set<String>', entries);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_with_security_stripInaccessible.htm */
export const securityTypes = [
  nativeClass('Security', {
    'static SObjectAccessDecision stripInaccessible(AccessType access, List<SObject> records)':
      stripInaccessible,
    'static SObjectAccessDecision stripInaccessible(AccessType access, List<SObject> records, Boolean enforceObjectCrud)':
      stripInaccessible
  }),
  nativeClass(
    'SObjectAccessDecision',
    getters<Decision>({
      'List<SObject> getRecords()': ({ records }) => records,
      'Map<String, Set<String>> getRemovedFields()': removedFields,
      'Set<Integer> getModifiedIndexes()': ({ modified }) => new ApexSet('Integer', modified)
    })
  )
];
