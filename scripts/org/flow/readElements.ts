import { flagOf, nodesOf, numberOf, textOf, textsOf } from '../metadata/index.ts';
import type { XmlNode } from '../metadata/index.ts';
import { checkParts, checkWord } from './knownParts.ts';
import type { FlowElement, ParameterInput, ParameterOutput } from './model.ts';
import {
  assignmentsOf,
  canonicalField,
  canonicalObject,
  conditionsOf,
  filtersOf,
  flowError,
  optionalPath,
  pathOf,
  targetOf,
  valueIn
} from './source.ts';
import type { FlowSource } from './source.ts';

type Reader = (source: FlowSource, node: XmlNode) => FlowElement;

function baseOf(node: XmlNode) {
  const name = textOf(node, 'name') ?? '';
  return {
    name,
    label: textOf(node, 'label') ?? name,
    next: targetOf(node),
    fault: targetOf(node, 'faultConnector')
  };
}

function objectIn(source: FlowSource, node: XmlNode): string | undefined {
  const name = textOf(node, 'object');
  return name === undefined ? undefined : canonicalObject(source, name);
}

const assignment: Reader = (source, node) => ({
  ...baseOf(node),
  kind: 'assignment',
  items: nodesOf(node, 'assignmentItems').map((item) => ({
    target: pathOf(textOf(item, 'assignToReference') ?? ''),
    operator: checkedAssignment(source, textOf(item, 'operator') ?? 'Assign'),
    value: valueIn(source, item)
  }))
});

const assignmentOperators = new Set([
  'Assign',
  'Add',
  'Subtract',
  'AddItem',
  'AddAtStart',
  'AssignCount',
  'RemoveAll',
  'RemoveFirst'
]);

function checkedAssignment(source: FlowSource, operator: string): string {
  if (assignmentOperators.has(operator)) return operator;
  const needle = `<operator>${operator}</operator>`;
  throw flowError(source, `assigns with ${operator}, which is not known`, needle);
}

const decision: Reader = (source, node) => ({
  ...baseOf(node),
  kind: 'decision',
  next: targetOf(node, 'defaultConnector'),
  rules: nodesOf(node, 'rules').map((rule) => ({
    name: textOf(rule, 'name') ?? '',
    conditions: conditionsOf(source, rule),
    onlyWhenChanged: flagOf(rule, 'doesRequireRecordChangedToMeetCriteria'),
    next: targetOf(rule)
  }))
});

const loop: Reader = (_source, node) => ({
  ...baseOf(node),
  kind: 'loop',
  collection: pathOf(textOf(node, 'collectionReference') ?? ''),
  variable: textOf(node, 'assignNextValueToReference'),
  descending: textOf(node, 'iterationOrder') === 'Desc',
  body: targetOf(node, 'nextValueConnector'),
  next: targetOf(node, 'noMoreValuesConnector')
});

const get: Reader = (source, node) => {
  const object = canonicalObject(source, textOf(node, 'object') ?? '');
  const sortField = textOf(node, 'sortField');
  return {
    ...baseOf(node),
    kind: 'get',
    object,
    filters: filtersOf(source, node, object),
    fields: textsOf(node, 'queriedFields').map((name) => canonicalField(source, object, name)),
    firstOnly:
      textOf(node, 'getFirstRecordOnly') !== 'false' ||
      nodesOf(node, 'outputAssignments').length > 0,
    sortField: sortField === undefined ? undefined : canonicalField(source, object, sortField),
    descending: textOf(node, 'sortOrder') === 'Desc',
    limit: valueIn(source, node, 'limit'),
    target: optionalPath(node, 'outputReference'),
    fieldTargets: nodesOf(node, 'outputAssignments').map((output) => ({
      field: canonicalField(source, object, textOf(output, 'field') ?? ''),
      target: pathOf(textOf(output, 'assignToReference') ?? '')
    })),
    nullWhenNone: flagOf(node, 'assignNullValuesIfNoRecordsFound')
  };
};

const create: Reader = (source, node) => {
  const object = objectIn(source, node);
  return {
    ...baseOf(node),
    kind: 'create',
    object,
    input: optionalPath(node, 'inputReference'),
    assignments: assignmentsOf(source, node, object),
    idTarget: optionalPath(node, 'assignRecordIdToReference'),
    externalIdField: flagOf(node, 'doesUpsert')
      ? (textOf(node, 'upsertExternalIdField') ?? 'Id')
      : undefined
  };
};

const update: Reader = (source, node) => {
  const object = objectIn(source, node);
  return {
    ...baseOf(node),
    kind: 'update',
    object,
    input: optionalPath(node, 'inputReference'),
    filters: filtersOf(source, node, object),
    assignments: assignmentsOf(source, node, object)
  };
};

const remove: Reader = (source, node) => {
  const object = objectIn(source, node);
  return {
    ...baseOf(node),
    kind: 'delete',
    object,
    input: optionalPath(node, 'inputReference'),
    filters: filtersOf(source, node, object)
  };
};

const actionTypes = new Set(['apex', 'emailSimple', 'customNotificationAction']);

const action: Reader = (source, node) => {
  const actionType = textOf(node, 'actionType') ?? '';
  if (!actionTypes.has(actionType)) {
    const needle = `<actionType>${actionType}</actionType>`;
    throw flowError(source, `calls an action of the type ${actionType}`, needle);
  }
  const actionName = textOf(node, 'actionName') ?? actionType;
  if (actionType === 'apex') checkApexAction(source, actionName);
  const value = textOf(node, 'flowTransactionModel') ?? 'CurrentTransaction';
  const models = ['Automatic', 'CurrentTransaction'];
  checkWord(source, { element: 'flowTransactionModel', value }, models);
  return {
    ...baseOf(node),
    kind: 'action',
    actionType,
    actionName,
    inputs: inputsOf(source, node, 'inputParameters'),
    outputs: outputsOf(node, 'outputParameters'),
    storesOutput: flagOf(node, 'storeOutputAutomatically')
  };
};

/** The class of an Apex action is one of the project's. */
function checkApexAction(source: FlowSource, name: string): void {
  const { project } = source;
  const className = name.replace(/^.*__/, '').toLowerCase();
  const classes = project.components('ApexClass');
  if (classes.some(({ fullName }) => fullName.toLowerCase() === className)) return;
  const needle = `<actionName>${name}</actionName>`;
  throw flowError(source, `calls the Apex class ${name}, which does not exist`, needle);
}

function inputsOf(source: FlowSource, node: XmlNode, element: string): ParameterInput[] {
  return nodesOf(node, element).map((input) => ({
    name: textOf(input, 'name') ?? '',
    value: valueIn(source, input)
  }));
}

function outputsOf(node: XmlNode, element: string): ParameterOutput[] {
  return nodesOf(node, element).map((output) => ({
    name: textOf(output, 'name') ?? '',
    target: pathOf(textOf(output, 'assignToReference') ?? '')
  }));
}

const subflow: Reader = (source, node) => {
  const given = textOf(node, 'flowName') ?? '';
  const flowName = given.replace(/^.*__/, '');
  if (source.project.component('Flow', flowName) === undefined) {
    const needle = `<flowName>${given}</flowName>`;
    throw flowError(source, `runs the flow ${given}, which does not exist`, needle);
  }
  return {
    ...baseOf(node),
    kind: 'subflow',
    flowName,
    inputs: inputsOf(source, node, 'inputAssignments'),
    outputs: outputsOf(node, 'outputAssignments')
  };
};

const customError: Reader = (source, node) => ({
  ...baseOf(node),
  kind: 'customError',
  messages: nodesOf(node, 'customErrorMessages').map((message) => {
    const field = textOf(message, 'fieldSelection');
    const object = textOf(nodesOf(source.component.xml, 'start')[0] ?? {}, 'object');
    return {
      text: textOf(message, 'errorMessage') ?? '',
      field:
        flagOf(message, 'isFieldError') && field !== undefined
          ? canonicalField(source, object, field)
          : undefined
    };
  })
});

const collection: Reader = (source, node) => {
  const type = textOf(node, 'collectionProcessorType') ?? '';
  const collectionPath = pathOf(textOf(node, 'collectionReference') ?? '');
  if (type === 'SortCollectionProcessor') {
    const limit = numberOf(node, 'limit', 0);
    return {
      ...baseOf(node),
      kind: 'sort',
      collection: collectionPath,
      limit: limit > 0 ? limit : undefined,
      options: nodesOf(node, 'sortOptions').map((option) => ({
        field: textOf(option, 'sortField'),
        descending: textOf(option, 'sortOrder') === 'Desc',
        nullsLast: !flagOf(option, 'doesPutEmptyStringAndNullFirst')
      }))
    };
  }
  if (type !== 'FilterCollectionProcessor') {
    throw flowError(source, `processes a collection with ${type}`, type);
  }
  return {
    ...baseOf(node),
    kind: 'filter',
    collection: collectionPath,
    variable: textOf(node, 'assignNextValueToReference') ?? '',
    conditions: conditionsOf(source, node),
    formula: textOf(node, 'formula')
  };
};

/** Elements by the name of their XML element. */
const readers: Readonly<Record<string, Reader>> = {
  actionCalls: action,
  assignments: assignment,
  collectionProcessors: collection,
  customErrors: customError,
  decisions: decision,
  loops: loop,
  recordCreates: create,
  recordDeletes: remove,
  recordLookups: get,
  recordUpdates: update,
  subflows: subflow
};

/** Parts of a flow that are not elements. */
const others = new Set([
  'apiVersion',
  'areMetricsLoggedToDataCloud',
  'constants',
  'customProperties',
  'description',
  'environments',
  'formulas',
  'fullName',
  'interviewLabel',
  'isAdditionalPermissionRequiredToRun',
  'isOverridable',
  'isTemplate',
  'label',
  'processMetadataValues',
  'processType',
  'runInMode',
  'start',
  'startElementReference',
  'status',
  'textTemplates',
  'triggerOrder',
  'variables'
]);

/**
 * All elements of a flow by name.
 * @throws UserError for one that the local org does not run
 */
export function readElements(source: FlowSource): Map<string, FlowElement> {
  const { xml } = source.component;
  const elements = new Map<string, FlowElement>();
  for (const kind of Object.keys(xml).filter((name) => !name.startsWith('@_'))) {
    const reader = readers[kind];
    if (reader === undefined && !others.has(kind)) throw notRun(source, kind);
    if (reader === undefined) continue;
    for (const node of nodesOf(xml, kind)) {
      checkParts(source, kind, node);
      const element = reader(source, node);
      elements.set(element.name, element);
    }
  }
  return elements;
}

function notRun(source: FlowSource, kind: string) {
  return flowError(source, `has an element of the kind ${kind}`, `<${kind}>`);
}
