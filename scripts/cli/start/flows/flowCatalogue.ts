import { nodesOf, textOf } from '../../../org/index.ts';
import type { Component, Org } from '../../../org/index.ts';

/** An input or output of an action or flow. */
export interface FlowParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Apex type: `String`, `Boolean`, `Id`, `Date`, `List<String>`, a class. */
  readonly type: string;
  readonly required: boolean;
}

/** Something that a flow calls, or a flow itself. */
export interface FlowEntry {
  readonly kind: 'action' | 'flow';
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** What calls it, or why it cannot be run here. */
  readonly note: string;
  readonly isRunnable: boolean;
  readonly inputs: readonly FlowParameter[];
  readonly outputs: readonly FlowParameter[];
}

/** The actions that the user may call, and all flows of the project. */
export async function flowCatalogue(org: Org, userId: string): Promise<FlowEntry[]> {
  const policy = await org.policy(userId);
  const actions = (await org.actions()).filter(({ name }) => policy.canUseClass(name));
  return [
    ...actions.map(({ name, label, description, inputs, outputs }): FlowEntry => ({
      kind: 'action',
      name,
      label,
      description: description ?? '',
      note: '',
      isRunnable: true,
      inputs: inputs.map(withTexts),
      outputs: outputs.map(withTexts)
    })),
    ...org.project.components('Flow').map(flowEntry)
  ];
}

function withTexts(
  field: Omit<FlowParameter, 'description'> & { description?: string | undefined }
) {
  const { name, label, description = '', type, required } = field;
  return { name, label, description, type, required };
}

function flowEntry({ fullName, xml }: Component): FlowEntry {
  const [start = {}] = nodesOf(xml, 'start');
  const object = textOf(start, 'object');
  const trigger = textOf(start, 'triggerType');
  const isActive = textOf(xml, 'status') === 'Active';
  const isPlain = textOf(xml, 'processType') === 'AutoLaunchedFlow' && trigger === undefined;
  return {
    kind: 'flow',
    name: fullName,
    label: textOf(xml, 'label') ?? fullName,
    description: textOf(xml, 'description') ?? '',
    note: noteOf({ isActive, isPlain, trigger: [trigger, object].filter(Boolean).join(' · ') }),
    isRunnable: isActive && isPlain,
    inputs: variables(xml, 'isInput'),
    outputs: variables(xml, 'isOutput')
  };
}

interface FlowState {
  readonly isActive: boolean;
  readonly isPlain: boolean;
  readonly trigger: string;
}

function noteOf({ isActive, isPlain, trigger }: FlowState): string {
  const starts = trigger === '' ? '' : `Starts by itself: ${trigger}. `;
  if (!isActive) return `${starts}A template: save a copy in Flow Builder and activate it.`;
  return isPlain ? '' : `${starts}It cannot be started from here.`;
}

/** Apex types of flow variables. */
const types: Readonly<Record<string, string>> = {
  Boolean: 'Boolean',
  Currency: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Number: 'Decimal',
  String: 'String'
};

function variables(xml: Component['xml'], flag: 'isInput' | 'isOutput'): FlowParameter[] {
  return nodesOf(xml, 'variables')
    .filter((node) => textOf(node, flag) === 'true')
    .map((node) => {
      const name = textOf(node, 'name') ?? '';
      const dataType = textOf(node, 'dataType') ?? '';
      const single = types[dataType] ?? textOf(node, 'objectType') ?? dataType;
      const type = textOf(node, 'isCollection') === 'true' ? `List<${single}>` : single;
      return {
        name,
        label: name,
        description: textOf(node, 'description') ?? '',
        type,
        required: false
      };
    });
}
