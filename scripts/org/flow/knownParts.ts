import type { XmlNode } from '../metadata/index.ts';
import { flowError } from './source.ts';
import type { FlowSource } from './source.ts';

const common = [
  'connector',
  'description',
  'elementSubtype',
  'faultConnector',
  'label',
  'locationX',
  'locationY',
  'name',
  'processMetadataValues'
];
const filters = ['filterLogic', 'filters', 'inputReference', 'object'];

/** What the local org understands inside of each kind of element; https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm */
const known: Readonly<Record<string, readonly string[]>> = {
  actionCalls: [
    'actionName',
    'actionType',
    'dataTypeMappings',
    'flowTransactionModel',
    'inputParameters',
    'nameSegment',
    'offset',
    'outputParameters',
    'storeOutputAutomatically',
    'versionSegment',
    'versionString'
  ],
  assignments: ['assignmentItems'],
  collectionProcessors: [
    'assignNextValueToReference',
    'collectionProcessorType',
    'collectionReference',
    'conditionLogic',
    'conditions',
    'formula',
    'limit',
    'sortOptions'
  ],
  customErrors: ['customErrorMessages'],
  decisions: ['defaultConnector', 'defaultConnectorLabel', 'rules'],
  loops: [
    'assignNextValueToReference',
    'collectionReference',
    'iterationOrder',
    'nextValueConnector',
    'noMoreValuesConnector'
  ],
  recordCreates: [
    'assignRecordIdToReference',
    'doesUpsert',
    'inputAssignments',
    'inputReference',
    'object',
    'storeOutputAutomatically',
    'upsertExternalIdField'
  ],
  recordDeletes: filters,
  recordLookups: [
    ...filters,
    'assignNullValuesIfNoRecordsFound',
    'getFirstRecordOnly',
    'limit',
    'outputAssignments',
    'outputReference',
    'queriedFields',
    'sortField',
    'sortOrder',
    'storeOutputAutomatically'
  ],
  recordUpdates: [...filters, 'inputAssignments'],
  scheduledPaths: [
    'maxBatchSize',
    'offsetNumber',
    'offsetUnit',
    'pathType',
    'recordField',
    'timeSource'
  ],
  start: [
    'doesRequireRecordChangedToMeetCriteria',
    'filterFormula',
    'filterLogic',
    'filters',
    'object',
    'recordTriggerType',
    'schedule',
    'scheduledPaths',
    'triggerType'
  ],
  subflows: ['flowName', 'inputAssignments', 'outputAssignments', 'storeOutputAutomatically']
};

/**
 * Checks that everything inside of an element (or of the start, or of a scheduled path) is understood.
 * @throws UserError with file and line for anything that is not
 */
export function checkParts(source: FlowSource, kind: string, node: XmlNode): void {
  const parts = new Set([...common, ...(known[kind] ?? [])]);
  const unknown = Object.keys(node).find((name) => !name.startsWith('@_') && !parts.has(name));
  if (unknown !== undefined) throw flowError(source, `has ${unknown} in ${kind}`, `<${unknown}>`);
}

/** @throws UserError unless `value` is one of `allowed` */
export function checkWord(
  source: FlowSource,
  { element, value }: { readonly element: string; readonly value: string },
  allowed: readonly string[]
): void {
  if (allowed.includes(value)) return;
  throw flowError(source, `has the ${element} ${value}`, `<${element}>${value}</${element}>`);
}
