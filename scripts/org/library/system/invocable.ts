import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexList, ApexMap } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { ActionOutcome } from '../../runtime/index.ts';
import { isTrueIn, jsonOf, objectsIn, textIn } from '../jsonMembers.ts';
import type { Given } from '../jsonMembers.ts';
import { JsonObject, PlatformObject } from '../platformObject.ts';
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

interface ActionError {
  readonly code: string | null;
  readonly message: string | null;
}

interface ResultData {
  readonly action: Action | null;
  readonly success: boolean;
  readonly outputs: ApexMap;
  readonly errors: readonly ActionError[];
}

function newAction(type: string, name: string): Action {
  return new PlatformObject('Invocable.Action', { type, name, invocations: [noValues()] });
}

function invoke(context: ApexContext, action: Action): ApexList {
  const { type, name, invocations } = action.data;
  const outcomes = hostOf(context).services.invokeAction(type, name, invocations);
  return new ApexList(
    'Invocable.Action.Result',
    (outcomes ?? unknownAction(action)).map(({ outputs, errors }) =>
      resultOf({
        action,
        success: errors.length === 0,
        outputs: new ApexMap('String', 'Object', outputs),
        errors: errors.map((message) => ({ code: 'APEX_ERROR', message }))
      })
    )
  );
}

/** An action that is not there fails for each invocation, as it does on the platform. */
function unknownAction({ data }: Action): readonly ActionOutcome[] {
  const text = `We can't find the action ${data.type} ${data.name}.`;
  return data.invocations.map(() => ({ outputs: new Map(), errors: [text] }));
}

function resultOf(data: ResultData): PlatformObject<ResultData> {
  return new JsonObject('Invocable.Action.Result', data, ({ success, outputs, errors }) =>
    jsonOf({ errors: errorList(errors), outputParameters: outputs, success })
  );
}

function resultFromJson(given: Given): PlatformObject<ResultData> {
  const outputs = given.get('outputParameters');
  return resultOf({
    action: null,
    success: isTrueIn(given, 'success'),
    outputs: outputs instanceof ApexMap ? outputs : new ApexMap('String', 'Object'),
    errors: objectsIn(given, 'errors').map(errorFromJson)
  });
}

function errorFromJson(given: Given): ActionError {
  return { code: textIn(given, 'code') ?? null, message: textIn(given, 'message') ?? null };
}

function errorOf(error: ActionError): PlatformObject<ActionError> {
  return new JsonObject('Invocable.Action.Error', error, ({ code, message }) =>
    jsonOf({ code, message })
  );
}

function errorList(errors: readonly ActionError[]): ApexList {
  return new ApexList('Invocable.Action.Error', errors.map(errorOf));
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
      'Boolean isSuccess()': ({ success }) => success,
      'Invocable.Action getAction()': ({ action }) => action,
      'Map<String, Object> getOutputParameters()': ({ outputs }) => outputs,
      'List<Invocable.Action.Error> getErrors()': ({ errors }) => errorList(errors)
    }),
    { fromJson: resultFromJson }
  ),
  nativeClass(
    'Invocable.Action.Error',
    getters<ActionError>({
      'String getMessage()': ({ message }) => message,
      'String getCode()': ({ code }) => code
    }),
    { fromJson: (given) => errorOf(errorFromJson(given)) }
  )
];
