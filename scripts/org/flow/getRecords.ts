import { write } from './assign.ts';
import { fail, goOn } from './interview.ts';
import type { Interview } from './interview.ts';
import type { FlowRecord, GetElement } from './model.ts';
import { evaluate } from './references.ts';
import { findRecords } from './soql.ts';

const unreadable = new Set(['address', 'location', 'base64']);

/** Get Records for all interviews that wait there: one query of the transaction's limit. */
export function runGet(element: GetElement, interviews: readonly Interview[]): void {
  let rows = 0;
  for (const interview of interviews) {
    try {
      const found = findRecords(interview, {
        object: element.object,
        fields: fieldsOf(interview, element),
        filters: element.filters,
        order: orderOf(element),
        limit: limitOf(interview, element)
      });
      rows += found.length;
      store(interview, element, found);
      goOn(interview);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'QueryError') throw error;
      fail(
        interview,
        `This error occurred when the flow tried to look up records: ${error.message}`
      );
    }
  }
  interviews[0]?.context.countQuery?.(rows);
}

function fieldsOf(interview: Interview, element: GetElement): readonly string[] {
  if (element.fieldTargets.length > 0) return element.fieldTargets.map(({ field }) => field);
  if (element.fields.length > 0) return element.fields;
  const { schema, policy } = interview.context;
  const object = schema.object(element.object);
  const isUser = interview.access.accessLevel === 'user';
  return [...(object?.fields.values() ?? [])]
    .filter(({ type }) => !unreadable.has(type))
    .map(({ name }) => name)
    .filter((name) => !isUser || policy.canReadField(element.object, name));
}

function orderOf({ sortField, descending }: GetElement): string | undefined {
  return sortField === undefined ? undefined : `${sortField} ${descending ? 'DESC' : 'ASC'}`;
}

function limitOf(interview: Interview, element: GetElement): number | undefined {
  if (element.firstOnly) return 1;
  const limit = evaluate(interview, element.limit);
  return typeof limit === 'number' && limit > 0 ? limit : undefined;
}

function store(interview: Interview, element: GetElement, found: readonly FlowRecord[]): void {
  if (element.fieldTargets.length > 0) storeFields(interview, element, found[0]);
  else if (found.length > 0 || element.target === undefined || element.nullWhenNone) {
    const result = element.firstOnly ? (found[0] ?? null) : found;
    write(interview, element.target ?? [element.name], result);
  }
}

function storeFields(
  interview: Interview,
  { fieldTargets, nullWhenNone }: GetElement,
  record: FlowRecord | undefined
): void {
  if (record === undefined && !nullWhenNone) return;
  for (const { field, target } of fieldTargets) {
    write(interview, target, record?.values[field] ?? null);
  }
}
