import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexException, ApexList, ApexMap } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { ActionOutcome } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';

type Values = Map<string, unknown>;

interface ActionData {
  readonly type: string;
  readonly name: string;
  invocations: Values[];
}

function noValues(): Values {
  return new Map<string, unknown>();
}

type Action = PlatformObject<ActionData>;

interface ResultData extends ActionOutcome {
  readonly action: Action;
}

function newAction(type: string, name: string): Action {
  return new PlatformObject('Invocable.Action', { type, name, invocations: [noValues()] });
}

function invoke(context: ApexContext, action: Action): ApexList {
  const { type, name, invocations } = action.data;
  const outcomes = hostOf(context).services.invokeAction(type, name, invocations);
  if (outcomes === undefined) {
    const text = `Invalid invocable action: ${type} ${name}`;
    throw new ApexException('System.InvalidParameterValueException', text);
  }
  return new ApexList(
    'Invocable.Action.Result',
    outcomes.map(
      (outcome) => new PlatformObject<ResultData>('Invocable.Action.Result', { ...outcome, action })
    )
  );
}

function setInvocations(_context: ApexContext, { data }: Action, list: ApexList): void {
  data.invocations = list.items.map((item) => {
    const entries = item instanceof ApexMap ? item.entries() : [];
    return new Map(entries.map(([key, value]) => [String(key), value]));
  });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action.htm */
export const invocableTypes = [
  nativeClass('Invocable.Action', {
    'static Invocable.Action createCustomAction(String type, String name)': (
      _context: ApexContext,
      type: string,
      name: string
    ) => newAction(type, name),
    'static Invocable.Action createCustomAction(String type, String namespace, String name)': (
      _context: ApexContext,
      ...[type = '', namespace = '', name = '']: string[]
    ) => newAction(type, `${namespace}__${name}`),
    'static Invocable.Action createStandardAction(String type)': (
      _context: ApexContext,
      type: string
    ) => newAction(type, type),
    'Invocable.Action setInvocationParameter(String name, Object value)': (
      _context: ApexContext,
      self: Action,
      ...[name, value]: [string, unknown]
    ) => {
      self.data.invocations.at(-1)?.set(name, value);
      return self;
    },
    'Invocable.Action addInvocation()': (_context: ApexContext, self: Action) => {
      const first = self.data.invocations.length === 1 && self.data.invocations[0]?.size === 0;
      if (!first) self.data.invocations.push(noValues());
      return self;
    },
    'void setInvocations(List<Map<String, Object>> invocations)': setInvocations,
    'void clearInvocations()': (_context: ApexContext, self: Action) => {
      self.data.invocations = [noValues()];
    },
    'List<Invocable.Action.Result> invoke()': invoke,
    ...getters<ActionData>({
      'String getName()': ({ name }) => name,
      'String getType()': ({ type }) => type,
      'Boolean isStandard()': ({ type, name }) => type === name
    })
  }),
  nativeClass(
    'Invocable.Action.Result',
    getters<ResultData>({
      'Boolean isSuccess()': ({ errors }) => errors.length === 0,
      'Invocable.Action getAction()': ({ action }) => action,
      'Map<String, Object> getOutputParameters()': ({ outputs }) =>
        new ApexMap('String', 'Object', outputs),
      'List<Invocable.Action.Error> getErrors()': ({ errors }) =>
        new ApexList(
          'Invocable.Action.Error',
          errors.map((text) => new PlatformObject('Invocable.Action.Error', text))
        )
    })
  ),
  nativeClass(
    'Invocable.Action.Error',
    getters<string>({
      'String getMessage()': (text) => text,
      'String getCode()': () => 'APEX_ERROR'
    })
  )
];
