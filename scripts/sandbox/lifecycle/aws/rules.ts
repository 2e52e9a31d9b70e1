import type { FieldError } from '../../http/errors.ts';
import type { JsonObject } from '../../json.ts';
import { fieldError, isEmpty, missing, when } from '../checks.ts';
import { lockedWhenApproved, openWhenActionRequired } from './columns.ts';
import type { AwsState } from './states.ts';

/** How AWS takes part in a submission. */
export const involvementTypes = ['Co-Sell', 'For Visibility Only'];
export const visibilities = ['Full', 'Limited'];

const requiredToSubmit = [
  'customer_company_name',
  'customer_website',
  'industry',
  'country',
  'partner_project_title',
  'project_description',
  'use_case',
  'delivery_model',
  'expected_monthly_aws_revenue',
  'target_close_date'
];

/** Fields that may not change in a state; a field that keeps its value is no change. */
export function lockedErrors(
  state: AwsState,
  changes: JsonObject,
  before: JsonObject
): FieldError[] {
  return Object.keys(changes)
    .filter((field) => JSON.stringify(changes[field]) !== JSON.stringify(before[field]))
    .filter((field) => isLocked(state, field))
    .map((field) => fieldError(field, ['ACTION_NOT_PERMITTED', lockReason(state)]));
}

function isLocked(state: AwsState, field: string): boolean {
  if (state === 'actionRequired') return !openWhenActionRequired.includes(field);
  return state === 'approved' && lockedWhenApproved.includes(field);
}

function lockReason(state: AwsState): string {
  return state === 'approved'
    ? 'This field is locked since AWS approved the opportunity.'
    : 'While AWS wants changes, this field cannot be changed.';
}

/** What must fit together after a create or update. `today` is `YYYY-MM-DD`. */
export function consistencyErrors(
  details: JsonObject,
  state: AwsState,
  today: string
): FieldError[] {
  return [
    ...stageErrors(details, state),
    ...dateErrors(details, today),
    ...marketingErrors(details)
  ];
}

function stageErrors(details: JsonObject, state: AwsState): FieldError[] {
  const { sale_stage: stage, closed_lost_reason: reason, solution_offered: solutions } = details;
  const isLost = stage === 'Closed Lost';
  const isFinal = isLost || stage === 'Launched';
  const needsSolution = stage === 'Committed' || stage === 'Launched';
  return [
    ...when(isLost && isEmpty(reason), 'closed_lost_reason', [
      'REQUIRED_FIELD_MISSING',
      'Say why it was lost.'
    ]),
    ...when(!isLost && !isEmpty(reason), 'closed_lost_reason', [
      'INVALID_VALUE',
      'Only for Closed Lost.'
    ]),
    ...when(isFinal && state !== 'approved', 'sale_stage', [
      'INVALID_VALUE',
      'AWS takes Launched and Closed Lost only after its approval.'
    ]),
    ...when(needsSolution && state === 'approved' && isEmpty(solutions), 'solution_offered', [
      'NOT_ENOUGH_VALUES',
      'Associate a solution before this stage.'
    ])
  ];
}

function dateErrors(details: JsonObject, today: string): FieldError[] {
  const {
    target_close_date: close,
    contract_start_date: start,
    contract_end_date: end,
    sale_stage
  } = details;
  const isOpen = sale_stage !== 'Launched' && sale_stage !== 'Closed Lost';
  const isPast = isOpen && typeof close === 'string' && close < today;
  const isReversed = typeof start === 'string' && typeof end === 'string' && end <= start;
  return [
    ...when(isPast, 'target_close_date', [
      'INVALID_VALUE',
      `Must not be in the past; today is ${today}.`
    ]),
    ...when(isReversed, 'contract_end_date', ['INVALID_VALUE', 'Must be after the contract start.'])
  ];
}

function marketingErrors(details: JsonObject): FieldError[] {
  const isUnsaid =
    details['is_opp_from_marketing_activity'] === true &&
    isEmpty(details['is_marketing_development_funded']);
  const message = 'Say whether the campaign was funded by AWS.';
  return when(isUnsaid, 'is_marketing_development_funded', ['REQUIRED_FIELD_MISSING', message]);
}

/** What must be there before AWS takes a submission (cosell-domain.md 1.6). */
export function submissionErrors(
  details: JsonObject,
  involvement: string,
  today: string
): FieldError[] {
  const { sale_stage: stage, expected_monthly_aws_revenue: revenue } = details;
  const isCosell = involvement === 'Co-Sell';
  return [
    ...missing(details, [
      ...requiredToSubmit,
      ...(details['country'] === 'US' ? ['state'] : []),
      ...(isCosell ? ['partner_primary_need_from_aws'] : [])
    ]),
    ...when(revenue === 0, 'expected_monthly_aws_revenue', [
      'VALUE_OUT_OF_RANGE',
      'Must be more than 0.'
    ]),
    ...when(stage === 'Prospect', 'sale_stage', ['INVALID_VALUE', 'Must be Qualified or later.']),
    ...when(isEmpty(details['solution_offered']), 'solution_offered', [
      'NOT_ENOUGH_VALUES',
      'Associate 1 to 10 solutions.'
    ]),
    ...consistencyErrors(details, 'draft', today)
  ];
}
