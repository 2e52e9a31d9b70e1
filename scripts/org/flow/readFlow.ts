import { flagOf, nodeOf, nodesOf, numberOf, textOf } from '../metadata/index.ts';
import type { Component, Project, XmlNode } from '../metadata/index.ts';
import type { SchemaPort } from '../../apex/index.ts';
import type {
  Flow,
  FlowElement,
  FlowResource,
  FlowStart,
  FlowTrigger,
  ScheduledPath
} from './model.ts';
import { checkParts, checkWord } from './knownParts.ts';
import { readElements } from './readElements.ts';
import {
  canonicalField,
  canonicalObject,
  filtersOf,
  flowError,
  targetOf,
  valueIn
} from './source.ts';
import type { FlowSource } from './source.ts';

/**
 * Reads a flow and checks that everything in it is known and connected.
 * @throws UserError with file and line: screen flows, unknown elements, connectors that lead nowhere
 */
export function readFlow(component: Component, project: Project, schema: SchemaPort): Flow {
  const source: FlowSource = { component, project, schema };
  const { xml } = component;
  const processType = textOf(xml, 'processType') ?? 'AutoLaunchedFlow';
  if (processType !== 'AutoLaunchedFlow') {
    throw flowError(
      source,
      `is of the type ${processType}`,
      `<processType>${processType}</processType>`
    );
  }
  const flow: Flow = {
    name: component.fullName,
    label: textOf(xml, 'label') ?? component.fullName,
    file: component.file,
    isActive: textOf(xml, 'status') === 'Active',
    mode: textOf(xml, 'runInMode') ?? 'DefaultMode',
    order: textOf(xml, 'triggerOrder') === undefined ? undefined : numberOf(xml, 'triggerOrder', 0),
    start: readStart(source, nodeOf(xml, 'start') ?? {}),
    elements: readElements(source),
    resources: readResources(source)
  };
  checkConnectors(source, flow);
  return flow;
}

function readStart(source: FlowSource, node: XmlNode): FlowStart {
  checkParts(source, 'start', node);
  const objectName = textOf(node, 'object');
  const object = objectName === undefined ? undefined : canonicalObject(source, objectName);
  return {
    next: targetOf(node) ?? textOf(source.component.xml, 'startElementReference'),
    trigger: readTrigger(source, node),
    object,
    filters: filtersOf(source, node, object),
    formula: textOf(node, 'filterFormula'),
    onlyWhenChanged: flagOf(node, 'doesRequireRecordChangedToMeetCriteria'),
    paths: nodesOf(node, 'scheduledPaths').map((path) => readPath(source, path, object))
  };
}

const events: Readonly<Record<string, readonly ('insert' | 'update' | 'delete')[]>> = {
  Create: ['insert'],
  Update: ['update'],
  CreateAndUpdate: ['insert', 'update'],
  Delete: ['delete']
};

function readTrigger(source: FlowSource, node: XmlNode): FlowTrigger {
  const type = textOf(node, 'triggerType');
  const recordEvents = new Set(events[textOf(node, 'recordTriggerType') ?? 'Create']);
  switch (type) {
    case undefined:
    case 'None':
      return { kind: 'none' };
    case 'RecordBeforeSave':
      return { kind: 'record', moment: 'before', events: recordEvents };
    case 'RecordBeforeDelete':
      return { kind: 'record', moment: 'before', events: new Set(['delete']) };
    case 'RecordAfterSave':
      return { kind: 'record', moment: 'after', events: recordEvents };
    case 'PlatformEvent':
      return { kind: 'event' };
    case 'Scheduled':
      return { kind: 'scheduled', schedule: readSchedule(source, nodeOf(node, 'schedule') ?? {}) };
    default:
      throw flowError(source, `is triggered by ${type}`, `<triggerType>${type}</triggerType>`);
  }
}

function readSchedule(source: FlowSource, node: XmlNode) {
  const frequency = textOf(node, 'frequency') ?? 'Once';
  const known = ['Once', 'Daily', 'Weekdays', 'Weekly'];
  checkWord(source, { element: 'frequency', value: frequency }, known);
  return {
    frequency,
    startDate: textOf(node, 'startDate') ?? '',
    startTime: textOf(node, 'startTime') ?? '00:00:00.000Z'
  };
}

function readPath(source: FlowSource, node: XmlNode, object: string | undefined): ScheduledPath {
  const field = textOf(node, 'recordField');
  const isAsync = textOf(node, 'pathType') === 'AsyncAfterCommit';
  const unit = textOf(node, 'offsetUnit') ?? 'Minutes';
  checkParts(source, 'scheduledPaths', node);
  const units = ['Minutes', 'Hours', 'Days', 'Months'];
  checkWord(source, { element: 'offsetUnit', value: unit }, units);
  return {
    name: textOf(node, 'name') ?? (isAsync ? 'Run_Asynchronously' : ''),
    next: targetOf(node),
    isAsyncAfterCommit: isAsync,
    offset: numberOf(node, 'offsetNumber', 0),
    unit,
    batchSize: numberOf(node, 'maxBatchSize', 200),
    field: field === undefined ? undefined : canonicalField(source, object, field)
  };
}

function readResources(source: FlowSource): Map<string, FlowResource> {
  const { xml } = source.component;
  const resources: FlowResource[] = [
    ...nodesOf(xml, 'variables').map((node) => readVariable(source, node)),
    ...nodesOf(xml, 'formulas').map((node) => ({
      kind: 'formula' as const,
      name: textOf(node, 'name') ?? '',
      dataType: textOf(node, 'dataType') ?? 'String',
      text: textOf(node, 'expression') ?? ''
    })),
    ...nodesOf(xml, 'constants').map((node) => ({
      kind: 'constant' as const,
      name: textOf(node, 'name') ?? '',
      value: valueIn(source, node)
    })),
    ...nodesOf(xml, 'textTemplates').map((node) => ({
      kind: 'template' as const,
      name: textOf(node, 'name') ?? '',
      text: textOf(node, 'text') ?? ''
    }))
  ];
  return new Map(resources.map((resource) => [resource.name, resource]));
}

function readVariable(source: FlowSource, node: XmlNode): FlowResource {
  const object = textOf(node, 'objectType');
  return {
    kind: 'variable',
    name: textOf(node, 'name') ?? '',
    dataType: textOf(node, 'dataType') ?? 'String',
    object: object === undefined ? undefined : canonicalObject(source, object),
    isCollection: flagOf(node, 'isCollection'),
    isInput: flagOf(node, 'isInput'),
    isOutput: flagOf(node, 'isOutput'),
    initial: valueIn(source, node)
  };
}

function checkConnectors(source: FlowSource, flow: Flow): void {
  const targets = [
    flow.start.next,
    ...flow.start.paths.map((path) => path.next),
    ...[...flow.elements.values()].flatMap(targetsOf)
  ];
  for (const target of targets) {
    if (target === undefined || flow.elements.has(target)) continue;
    const needle = `<targetReference>${target}</targetReference>`;
    throw flowError(source, `has a connector to ${target}, which does not exist`, needle);
  }
}

function targetsOf(element: FlowElement): (string | undefined)[] {
  const own = [element.next, element.fault];
  if (element.kind === 'decision') return [...own, ...element.rules.map((rule) => rule.next)];
  return element.kind === 'loop' ? [...own, element.body] : own;
}
