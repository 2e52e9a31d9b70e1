/** How a state feels: a colour, and never only a colour, since the word stands beside it. */
export type Tone = 'good' | 'waiting' | 'moving' | 'over' | 'bad' | 'plain';

/** The one map of states to colours. What is not in it is plain. */
const TONES: Readonly<Record<string, Tone>> = {
  'Action Required': 'bad',
  'Dead Letter': 'bad',
  'In Review': 'moving',
  'Pending Acceptance': 'waiting',
  'Pending Cancellation': 'waiting',
  Accepted: 'good',
  Active: 'good',
  Approved: 'good',
  Cancelled: 'over',
  Closed: 'over',
  Completed: 'good',
  Conflict: 'bad',
  Draft: 'plain',
  Ended: 'over',
  Expired: 'over',
  Failed: 'bad',
  Inactive: 'over',
  Invited: 'waiting',
  Launched: 'good',
  Limited: 'moving',
  Lost: 'over',
  Pending: 'moving',
  Published: 'good',
  Publishing: 'moving',
  Queued: 'moving',
  Rejected: 'over',
  Renewed: 'good',
  Replaced: 'over',
  Restricted: 'waiting',
  Retired: 'over',
  Sending: 'moving',
  Sent: 'good',
  Submitted: 'moving',
  Suspended: 'bad',
  Terminated: 'over',
  Unknown: 'plain',
  Waiting: 'waiting',
  Won: 'good'
};

/** The colour of a state, the same on every screen. */
export function toneOf(status: string | null | undefined): Tone {
  return TONES[status ?? ''] ?? 'plain';
}
