import type { FieldValue } from '../store/types.ts';

/** A record in a flow: canonical field names. Assigning to a field changes this very record. */
export interface FlowRecord {
  readonly object: string;
  readonly values: Record<string, FieldValue>;
}

/** An instance of an Apex class, which flows only hand on. */
export interface ApexValue {
  readonly apex: unknown;
}

/** What a flow's variable holds. */
export type FlowValue = FieldValue | FlowRecord | ApexValue | readonly FlowValue[];

/** A value written into a flow: a literal, text with merge fields, or a reference. */
export type FlowExpression =
  | { readonly kind: 'literal'; readonly value: FieldValue }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | { readonly kind: 'formula'; readonly text: string };

export interface FlowCondition {
  readonly left: readonly string[];
  readonly operator: string;
  readonly right: FlowExpression | undefined;
}

/** `and`, `or`, or `1 AND (2 OR 3)`. */
export interface FlowConditions {
  readonly logic: string;
  readonly items: readonly FlowCondition[];
}

export interface FlowFilter {
  readonly field: string;
  readonly operator: string;
  readonly value: FlowExpression | undefined;
}

export interface FlowFilters {
  readonly logic: string;
  readonly items: readonly FlowFilter[];
}

export interface FieldAssignment {
  readonly field: string;
  readonly value: FlowExpression | undefined;
}

export interface ParameterInput {
  readonly name: string;
  readonly value: FlowExpression | undefined;
}

export interface ParameterOutput {
  readonly name: string;
  readonly target: readonly string[];
}

export interface AssignmentItem {
  readonly target: readonly string[];
  readonly operator: string;
  readonly value: FlowExpression | undefined;
}

export interface DecisionRule {
  readonly name: string;
  readonly conditions: FlowConditions;
  readonly onlyWhenChanged: boolean;
  readonly next: string | undefined;
}

interface ElementBase {
  readonly name: string;
  readonly label: string;
  /** Where it goes on. */
  readonly next: string | undefined;
  readonly fault: string | undefined;
}

export interface AssignmentElement extends ElementBase {
  readonly kind: 'assignment';
  readonly items: readonly AssignmentItem[];
}

export interface DecisionElement extends ElementBase {
  readonly kind: 'decision';
  readonly rules: readonly DecisionRule[];
}

export interface LoopElement extends ElementBase {
  readonly kind: 'loop';
  readonly collection: readonly string[];
  readonly variable: string | undefined;
  readonly descending: boolean;
  readonly body: string | undefined;
}

export interface GetElement extends ElementBase {
  readonly kind: 'get';
  readonly object: string;
  readonly filters: FlowFilters;
  readonly fields: readonly string[];
  readonly firstOnly: boolean;
  readonly sortField: string | undefined;
  readonly descending: boolean;
  readonly limit: FlowExpression | undefined;
  /** The variable that takes the result; undefined when the element itself does. */
  readonly target: readonly string[] | undefined;
  readonly fieldTargets: readonly { readonly field: string; readonly target: readonly string[] }[];
  readonly nullWhenNone: boolean;
}

export interface CreateElement extends ElementBase {
  readonly kind: 'create';
  readonly object: string | undefined;
  readonly input: readonly string[] | undefined;
  readonly assignments: readonly FieldAssignment[];
  readonly idTarget: readonly string[] | undefined;
  readonly externalIdField: string | undefined;
}

export interface UpdateElement extends ElementBase {
  readonly kind: 'update';
  readonly object: string | undefined;
  readonly input: readonly string[] | undefined;
  readonly filters: FlowFilters;
  readonly assignments: readonly FieldAssignment[];
}

export interface DeleteElement extends ElementBase {
  readonly kind: 'delete';
  readonly object: string | undefined;
  readonly input: readonly string[] | undefined;
  readonly filters: FlowFilters;
}

export interface ActionElement extends ElementBase {
  readonly kind: 'action';
  /** `apex`, `emailSimple`, `customNotificationAction`. */
  readonly actionType: string;
  readonly actionName: string;
  readonly inputs: readonly ParameterInput[];
  readonly outputs: readonly ParameterOutput[];
  readonly storesOutput: boolean;
}

export interface SubflowElement extends ElementBase {
  readonly kind: 'subflow';
  readonly flowName: string;
  readonly inputs: readonly ParameterInput[];
  readonly outputs: readonly ParameterOutput[];
}

export interface CustomErrorElement extends ElementBase {
  readonly kind: 'customError';
  readonly messages: readonly { readonly text: string; readonly field: string | undefined }[];
}

export interface SortElement extends ElementBase {
  readonly kind: 'sort';
  readonly collection: readonly string[];
  readonly limit: number | undefined;
  readonly options: readonly {
    readonly field: string | undefined;
    readonly descending: boolean;
    readonly nullsLast: boolean;
  }[];
}

export interface FilterElement extends ElementBase {
  readonly kind: 'filter';
  readonly collection: readonly string[];
  readonly variable: string;
  readonly conditions: FlowConditions;
  readonly formula: string | undefined;
}

export type FlowElement =
  | AssignmentElement
  | DecisionElement
  | LoopElement
  | GetElement
  | CreateElement
  | UpdateElement
  | DeleteElement
  | ActionElement
  | SubflowElement
  | CustomErrorElement
  | SortElement
  | FilterElement;

export interface FlowVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly dataType: string;
  readonly object: string | undefined;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly initial: FlowExpression | undefined;
}

export type FlowResource =
  | FlowVariable
  | {
      readonly kind: 'formula';
      readonly name: string;
      readonly dataType: string;
      readonly text: string;
    }
  | { readonly kind: 'constant'; readonly name: string; readonly value: FlowExpression | undefined }
  | { readonly kind: 'template'; readonly name: string; readonly text: string };

/** A path that starts later: right after the commit, or at a time. */
export interface ScheduledPath {
  readonly name: string;
  readonly next: string | undefined;
  readonly isAsyncAfterCommit: boolean;
  readonly offset: number;
  /** `Minutes`, `Hours`, `Days`, `Months`. */
  readonly unit: string;
  /** How many records one transaction takes, at most. */
  readonly batchSize: number;
  /** The field whose time counts; undefined: the moment the flow was triggered. */
  readonly field: string | undefined;
}

/** When a scheduled flow runs. */
export interface FlowSchedule {
  /** `Once`, `Daily`, `Weekly`, … */
  readonly frequency: string;
  readonly startDate: string;
  readonly startTime: string;
}

export type FlowTrigger =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'record';
      readonly moment: 'before' | 'after';
      readonly events: ReadonlySet<'insert' | 'update' | 'delete'>;
    }
  | { readonly kind: 'scheduled'; readonly schedule: FlowSchedule }
  | { readonly kind: 'event' };

export interface FlowStart {
  readonly next: string | undefined;
  readonly trigger: FlowTrigger;
  /** Canonical. */
  readonly object: string | undefined;
  readonly filters: FlowFilters;
  readonly formula: string | undefined;
  readonly onlyWhenChanged: boolean;
  readonly paths: readonly ScheduledPath[];
}

/** A flow, read and checked. */
export interface Flow {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly isActive: boolean;
  /** `DefaultMode`, `SystemModeWithSharing`, `SystemModeWithoutSharing`. */
  readonly mode: string;
  /** Order among flows of one trigger; those without come after. */
  readonly order: number | undefined;
  readonly start: FlowStart;
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly resources: ReadonlyMap<string, FlowResource>;
}
