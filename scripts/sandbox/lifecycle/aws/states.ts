import { isJsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import type { Machine } from '../machine.ts';

/** Where an AWS opportunity is between invitation or draft and its end. */
export type AwsState =
  | 'invited'
  | 'accepting'
  | 'declined'
  | 'lapsed'
  | 'draft'
  | 'submitting'
  | 'submitted'
  | 'inReview'
  | 'actionRequired'
  | 'approved'
  | 'rejected'
  | 'closed';

export type AwsEvent =
  | 'accept'
  | 'reject'
  | 'update'
  | 'associate'
  | 'submit'
  | 'completeTask'
  | 'failTask'
  | 'startReview'
  | 'approve'
  | 'requestChanges'
  | 'disqualify';

/** Partner referrals and AWS referrals (cosell-domain.md 1.5 and 1.8). */
export const awsMachine: Machine<AwsState, AwsEvent> = {
  moves: {
    invited: { accept: 'accepting', reject: 'declined' },
    accepting: { completeTask: 'approved', failTask: 'invited' },
    declined: {},
    lapsed: {},
    draft: { update: 'draft', associate: 'draft', submit: 'submitting' },
    submitting: { completeTask: 'submitted', failTask: 'draft' },
    submitted: { startReview: 'inReview', ...decisions() },
    inReview: decisions(),
    actionRequired: { update: 'submitted' },
    approved: { update: 'approved', associate: 'approved' },
    rejected: {},
    closed: {}
  },
  because: {
    invited: 'This is an invitation of AWS: accept it first.',
    accepting: 'AWS is still making the opportunity from its invitation.',
    declined: 'This invitation was rejected.',
    lapsed: 'This invitation has expired.',
    draft: 'This opportunity was not submitted to AWS yet.',
    submitting: 'AWS is still taking the submission.',
    submitted: 'AWS has not reviewed this opportunity yet; until then nothing can be changed.',
    inReview: 'AWS is reviewing this opportunity; until then nothing can be changed.',
    actionRequired: 'AWS wants changes: update the opportunity, and it is reviewed again.',
    approved: 'AWS has approved this opportunity already.',
    rejected: 'AWS has rejected this opportunity; nothing can be changed any more.',
    closed: 'This opportunity is launched or closed lost; nothing can be changed any more.'
  }
};

function decisions(): {
  approve: 'approved';
  requestChanges: 'actionRequired';
  disqualify: 'rejected';
} {
  return { approve: 'approved', requestChanges: 'actionRequired', disqualify: 'rejected' };
}

/** AWS's word for each state. */
export const awsWords: Readonly<Record<AwsState, string>> = {
  invited: 'PENDING',
  accepting: 'PENDING',
  declined: 'REJECTED',
  lapsed: 'EXPIRED',
  draft: 'Pending Submission',
  submitting: 'Pending Submission',
  submitted: 'Submitted',
  inReview: 'In review',
  actionRequired: 'Action Required',
  approved: 'Approved',
  rejected: 'Rejected',
  closed: 'Approved'
};

const byWord: ReadonlyMap<string, AwsState> = new Map([
  ['PENDING', 'invited'],
  ['REJECTED', 'declined'],
  ['EXPIRED', 'lapsed'],
  ['Pending Submission', 'draft'],
  ['Submitted', 'submitted'],
  ['In review', 'inReview'],
  ['Action Required', 'actionRequired'],
  ['Approved', 'approved'],
  ['Rejected', 'rejected']
]);

/** Whether AWS still works on an accepted invitation or a submission. */
export function isTaskRunning({ metadata }: Opportunity): boolean {
  const { task } = metadata;
  return isJsonObject(task) && task['status'] === 'IN_PROGRESS';
}

/** What a state is called while AWS works. */
const working: Partial<Readonly<Record<AwsState, AwsState>>> = {
  invited: 'accepting',
  draft: 'submitting'
};

/** The state that a record's words say. */
export function awsStateOf(record: Opportunity): AwsState {
  const state = byWord.get(record.status) ?? 'rejected';
  if (isTaskRunning(record)) return working[state] ?? state;
  const isOver = record.stage === 'Launched' || record.stage === 'Closed Lost';
  return state === 'approved' && isOver ? 'closed' : state;
}
