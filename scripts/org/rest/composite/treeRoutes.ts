import type { ObjectDefinition } from '../../../apex/index.ts';
import type { DmlRecord, DmlResult } from '../../dml/types.ts';
import { isPlainObject, requestRecord, requireObject } from '../requestRecord.ts';
import { malformedBody, RestError, toRestError } from '../restError.ts';
import { parameter } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';

/** Records with their children, all or none: `sf data import tree` sends them. */
export const treeRoutes: readonly Route[] = [
  { method: 'POST', path: '/composite/tree/:object', handle: createTree }
];

const mostRecords = 200;

/** A record to be created, and the place of its parent. */
interface TreeNode {
  readonly referenceId: string;
  readonly record: DmlRecord;
  readonly parent: { readonly node: TreeNode; readonly field: string } | undefined;
}

interface Reader {
  readonly call: RestCall;
  readonly object: ObjectDefinition;
  readonly parent: TreeNode['parent'];
}

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobject-tree.html */
async function createTree(call: RestCall): Promise<RestAnswer> {
  const object = requireObject(call.org.schema, parameter(call, 'object'));
  const body = isPlainObject(call.body) ? call.body['records'] : undefined;
  const nodes = readNodes({ call, object, parent: undefined }, body);
  requireValid(nodes);
  const ids = await call.org.transaction(call.userId, ({ save }) =>
    saveLevels(nodes, (records) =>
      save(call.userId, {
        operation: 'insert',
        records,
        allOrNone: true,
        accessLevel: 'user',
        sharing: true
      })
    )
  );
  const results = nodes.map((node) => ({ referenceId: node.referenceId, id: ids.get(node) ?? '' }));
  return { status: 201, body: { hasErrors: false, results } };
}

function readNodes(reader: Reader, value: unknown): TreeNode[] {
  if (!Array.isArray(value) || !value.every(isPlainObject)) {
    throw malformedBody('The body needs records, a list of JSON objects.');
  }
  return value.flatMap((item) => readNode(reader, item));
}

function readNode({ call, object, parent }: Reader, item: Record<string, unknown>): TreeNode[] {
  const { schema } = call.org;
  const { attributes, ...rest } = item;
  const referenceId = isPlainObject(attributes) ? attributes['referenceId'] : undefined;
  if (typeof referenceId !== 'string') throw malformedBody('Each record needs a referenceId.');
  const isChildren = (value: unknown): boolean => isPlainObject(value) && 'records' in value;
  const own = Object.entries(rest).filter(([, value]) => !isChildren(value));
  const record = requestRecord(schema, object, Object.fromEntries(own));
  const node: TreeNode = { referenceId, record, parent };
  const children = Object.entries(rest).flatMap(([name, value]) =>
    isChildren(value) && isPlainObject(value)
      ? readNodes({ call, ...childrenOf(call, object, { name, node }) }, value['records'])
      : []
  );
  return [node, ...children];
}

function childrenOf(
  { org }: RestCall,
  object: ObjectDefinition,
  { name, node }: { readonly name: string; readonly node: TreeNode }
): Pick<Reader, 'object' | 'parent'> {
  const relationship = org.schema.childRelationship(object, name);
  if (relationship === undefined) {
    throw new RestError(400, {
      errorCode: 'INVALID_FIELD',
      message: `No such relation '${name}' on sobject of type ${object.name}`
    });
  }
  const child = requireObject(org.schema, relationship.childObject);
  return { object: child, parent: { node, field: relationship.field } };
}

function requireValid(nodes: readonly TreeNode[]): void {
  if (nodes.length > mostRecords) {
    throw new RestError(400, {
      errorCode: 'INVALID_INPUT',
      message: `Maximum of ${String(mostRecords)} records is allowed`
    });
  }
  const seen = new Set<string>();
  for (const { referenceId } of nodes) {
    if (seen.has(referenceId)) {
      throw new TreeRefused([
        refusal(referenceId, 'Duplicate ReferenceId provided in the request.')
      ]);
    }
    seen.add(referenceId);
  }
}

/** Nothing was saved; every failure by its record. */
class TreeRefused extends RestError {
  readonly results: readonly unknown[];

  constructor(results: readonly unknown[]) {
    super(400);
    this.results = results;
  }

  override get body(): unknown {
    return { hasErrors: true, results: this.results };
  }
}

function refusal(referenceId: string, message: string): unknown {
  return { referenceId, errors: [{ statusCode: 'INVALID_INPUT', message, fields: [] }] };
}

/** Parents first, then the children that point to them, an object and a level at a time. */
async function saveLevels(
  nodes: readonly TreeNode[],
  insert: (records: readonly DmlRecord[]) => Promise<DmlResult[]>
): Promise<ReadonlyMap<TreeNode, string>> {
  const ids = new Map<TreeNode, string>();
  const groups = Map.groupBy(nodes, (node) => `${String(depthOf(node))} ${node.record.object}`);
  const ordered = [...groups].sort(([a], [b]) => parseInt(a) - parseInt(b));
  for (const [, group] of ordered) {
    const results = await attempt(group, () => insert(group.map((node) => withParent(node, ids))));
    const failed = group.flatMap(({ referenceId }, index) => {
      const errors = (results[index]?.errors ?? []).filter(
        ({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK'
      );
      return errors.length === 0 ? [] : [{ referenceId, errors }];
    });
    if (failed.length > 0) throw new TreeRefused(failed);
    for (const [index, node] of group.entries()) ids.set(node, results[index]?.id ?? '');
  }
  return ids;
}

async function attempt(
  group: readonly TreeNode[],
  work: () => Promise<DmlResult[]>
): Promise<DmlResult[]> {
  try {
    return await work();
  } catch (error) {
    const { items } = toRestError(error, 'POST');
    const errors = items.map(({ errorCode, message, fields = [] }) => ({
      statusCode: errorCode,
      message,
      fields
    }));
    throw new TreeRefused([{ referenceId: group[0]?.referenceId, errors }]);
  }
}

function depthOf({ parent }: TreeNode): number {
  return parent === undefined ? 0 : depthOf(parent.node) + 1;
}

function withParent({ record, parent }: TreeNode, ids: ReadonlyMap<TreeNode, string>): DmlRecord {
  if (parent === undefined) return record;
  const values = { ...record.values, [parent.field]: ids.get(parent.node) ?? null };
  return { object: record.object, values };
}
