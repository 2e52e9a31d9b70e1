import type { FlowContext } from './context.ts';
import type { LoadedFlow } from './library.ts';
import type { FlowRecord, FlowValue } from './model.ts';

/** How a flow reads and writes records. */
export interface AccessMode {
  readonly accessLevel: 'user' | 'system';
  readonly sharing: boolean;
}

/** The record that started a record-triggered flow. */
export interface TriggeringRecord {
  readonly record: FlowRecord;
  readonly prior: FlowRecord | undefined;
  /** Shows a custom error at the record. */
  addError(message: string, field?: string): void;
}

/** Why an interview ended without having come to its end. */
export interface InterviewFailure {
  readonly element: string;
  readonly message: string;
}

/** One run of a flow. */
export interface Interview {
  readonly flow: LoadedFlow;
  readonly context: FlowContext;
  readonly access: AccessMode;
  readonly trigger: TriggeringRecord | undefined;
  readonly variables: Map<string, FlowValue>;
  readonly loops: Map<string, { readonly items: readonly FlowValue[]; position: number }>;
  readonly visited: Set<string>;
  /** The element it stands at; undefined when it is over. */
  at: string | undefined;
  faultMessage: string | undefined;
  failure: InterviewFailure | undefined;
}

export interface InterviewOptions {
  readonly access: AccessMode;
  readonly trigger?: TriggeringRecord | undefined;
  /** Where it begins; by default at the flow's start. */
  readonly at?: string | undefined;
}

/** An interview at its beginning. */
export function startInterview(
  context: FlowContext,
  flow: LoadedFlow,
  options: InterviewOptions
): Interview {
  return {
    flow,
    context,
    access: options.access,
    trigger: options.trigger,
    variables: new Map(),
    loops: new Map(),
    visited: new Set(),
    at: 'at' in options ? options.at : flow.start.next,
    faultMessage: undefined,
    failure: undefined
  };
}

/**
 * How a flow runs by its own setting; `otherwise` for flows that leave it open
 * (https://help.salesforce.com/s/articleView?id=sf.flow_distribute_context.htm).
 */
export function accessModeOf(flow: LoadedFlow, otherwise: AccessMode): AccessMode {
  if (flow.mode === 'SystemModeWithoutSharing') return { accessLevel: 'system', sharing: false };
  if (flow.mode === 'SystemModeWithSharing') return { accessLevel: 'system', sharing: true };
  return otherwise;
}

/** Sends an interview down the fault path of its element, or ends it. */
export function fail(interview: Interview, message: string): void {
  const element = interview.flow.elements.get(interview.at ?? '');
  interview.faultMessage = message;
  if (element?.fault === undefined) {
    interview.failure = { element: element?.name ?? '', message };
    interview.at = undefined;
  } else interview.at = element.fault;
}

/** Sends it on. */
export function goOn(interview: Interview): void {
  interview.at = interview.flow.elements.get(interview.at ?? '')?.next;
}
