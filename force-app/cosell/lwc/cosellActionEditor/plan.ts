import { textOf } from 'c/text';

/** How an input of an action is chosen in Flow Builder. */
export interface InputPlan {
  /** The name of the Apex variable. */
  readonly name: string;
  /** The field of the cloud whose list and limits it has, when it has any. */
  readonly column?: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'texts' | 'overrides';
  readonly isRequired?: boolean;
  /** Fixed values, where no field of the cloud has them. */
  readonly values?: readonly string[];
  /** Only these actions have it. */
  readonly only?: 'create' | 'update';
}

/** The inputs of both actions, in the order people fill them in. */
export const INPUTS: readonly InputPlan[] = [
  { name: 'opportunityId', kind: 'text', isRequired: true, only: 'create' },
  { name: 'cosellOpportunityId', kind: 'text', only: 'update' },
  { name: 'awsOpportunityId', kind: 'text', only: 'update' },
  { name: 'fromOpportunity', kind: 'boolean', only: 'update' },
  { name: 'whenLocked', kind: 'text', values: ['Wait', 'Fail'], only: 'update' },
  { name: 'submitToAws', kind: 'boolean', only: 'create' },
  {
    name: 'involvementType',
    kind: 'text',
    values: ['Co-Sell', 'For Visibility Only'],
    only: 'create'
  },
  { name: 'visibility', kind: 'text', values: ['Full', 'Limited'], only: 'create' },
  { name: 'title', kind: 'text', column: 'partner_project_title' },
  { name: 'customerBusinessProblem', kind: 'text', column: 'project_description' },
  { name: 'stage', kind: 'text', column: 'sale_stage' },
  { name: 'closedLostReason', kind: 'text', column: 'closed_lost_reason', only: 'update' },
  { name: 'targetCloseDate', kind: 'date', column: 'target_close_date' },
  { name: 'expectedMonthlyAwsRevenue', kind: 'number', column: 'expected_monthly_aws_revenue' },
  { name: 'useCase', kind: 'text', column: 'use_case' },
  { name: 'deliveryModels', kind: 'text', column: 'delivery_model' },
  { name: 'primaryNeedsFromAws', kind: 'text', column: 'partner_primary_need_from_aws' },
  { name: 'opportunityType', kind: 'text', column: 'opportunity_type' },
  { name: 'nextSteps', kind: 'text', column: 'next_step' },
  { name: 'marketingSource', kind: 'text', values: ['Marketing Activity', 'None'] },
  { name: 'industry', kind: 'text', column: 'industry' },
  { name: 'solutionIds', kind: 'texts', column: 'solution_offered' },
  { name: 'fieldOverrides', kind: 'overrides' },
  { name: 'requestKey', kind: 'text' }
];

/** A variable or a constant of the Flow. */
export interface FlowVariable {
  readonly name: string;
  readonly dataType: string;
  readonly isCollection?: boolean;
  readonly apexClass?: string | null;
}

/** The types of Flow that an input takes. */
const TYPES: Readonly<Record<InputPlan['kind'], readonly string[]>> = {
  text: ['String', 'Picklist', 'Multipicklist'],
  number: ['Number', 'Currency'],
  date: ['Date'],
  boolean: ['Boolean'],
  texts: ['String'],
  overrides: ['Apex']
};

/** Whether a variable of the Flow fits an input. */
export function fits({ kind }: InputPlan, variable: FlowVariable): boolean {
  const isList = kind === 'texts' || kind === 'overrides';
  const isOverride = kind !== 'overrides' || /FieldOverride$/.test(variable.apexClass ?? '');
  const isOfType = TYPES[kind].includes(variable.dataType);
  return isOfType && isOverride && (variable.isCollection ?? false) === isList;
}

/** A text as Flow keeps it: a reference when it is written as one, else a value of the input's type. */
export function stored({ kind }: InputPlan, text: string): { value: string; type: string } {
  const reference = /^\{!(.+)\}$/.exec(text.trim())?.[1];
  if (reference !== undefined) return { value: reference, type: 'reference' };
  const types = { number: 'Number', date: 'Date', boolean: 'Boolean' } as const;
  return { value: text, type: kind in types ? types[kind as keyof typeof types] : 'String' };
}

/** What a person sees of what Flow keeps. */
export function shown(value: unknown, type: string): string {
  const text = typeof value === 'boolean' ? String(value) : textOf(value);
  return type === 'reference' && text !== '' ? `{!${text}}` : text;
}
