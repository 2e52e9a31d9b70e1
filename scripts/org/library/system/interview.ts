import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import type { ApexMap } from '../../../apex/runtime/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';

interface InterviewData {
  readonly flow: string;
  readonly inputs: ReadonlyMap<string, unknown>;
  outputs: ReadonlyMap<string, unknown>;
}

type Interview = PlatformObject<InterviewData>;

function create(flow: string, inputs: ApexMap): Interview {
  const values = new Map(inputs.entries().map(([name, value]) => [String(name), value]));
  return new PlatformObject<InterviewData>('Flow.Interview', {
    flow,
    inputs: values,
    outputs: new Map()
  });
}

function start(context: ApexContext, { data }: Interview): void {
  const { services } = hostOf(context);
  const [outcome] = services.flows.autolaunched(data.flow, [data.inputs]) ?? [];
  if (outcome === undefined) {
    throw new ApexException('System.TypeException', `Invalid flow: ${data.flow}`);
  }
  const [error] = outcome.errors;
  if (error !== undefined) throw new ApexException('System.FlowException', error);
  data.outputs = outcome.outputs;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Flow_Interview.htm */
export const interviewType = nativeClass('Flow.Interview', {
  'static Flow.Interview createInterview(String flow, Map<String, Object> inputs)': (
    _context: ApexContext,
    flow: string,
    inputs: ApexMap
  ) => create(flow, inputs),
  'static Flow.Interview createInterview(String namespace, String flow, Map<String, Object> inputs)':
    (_context: ApexContext, _namespace: string, ...[flow, inputs]: [string, ApexMap]) =>
      create(flow, inputs),
  'void start()': start,
  'Object getVariableValue(String name)': (
    _context: ApexContext,
    { data }: Interview,
    name: string
  ) => data.outputs.get(name) ?? data.inputs.get(name) ?? null
});
