import type { Random } from '../../shared/index.ts';
import { awsSummary } from '../lifecycle/summary.ts';
import type { Opportunity } from '../records.ts';
import { instant, millisecondsOf } from '../store/index.ts';
import { awsRow, awsView } from './awsRow.ts';
import type { OpportunitySeed } from './opportunitySeed.ts';
import { between, chance, code, digits, weighted } from './random.ts';
import { dayLength } from './terms.ts';
import type { AwsStage } from './words.ts';

/** AWS review states (partner referrals) and invitation states (AWS referrals). */
type Status =
  | 'Pending Submission'
  | 'Submitted'
  | 'In review'
  | 'Approved'
  | 'Action Required'
  | 'Rejected'
  | 'PENDING'
  | 'REJECTED'
  | 'EXPIRED';

const partnerStatuses: readonly [Status, number][] = [
  ['Pending Submission', 14],
  ['Submitted', 8],
  ['In review', 8],
  ['Approved', 52],
  ['Action Required', 10],
  ['Rejected', 8]
];
const referralStatuses: readonly [Status, number][] = [
  ['PENDING', 40],
  ['Approved', 45],
  ['REJECTED', 8],
  ['EXPIRED', 7]
];
const openStages: readonly [AwsStage, number][] = [
  ['Qualified', 35],
  ['Technical Validation', 25],
  ['Business Validation', 20],
  ['Committed', 12],
  ['Prospect', 8]
];
const allStages: readonly [AwsStage, number][] = [
  ...openStages,
  ['Launched', 20],
  ['Closed Lost', 12]
];

/** What the parts of a row have in common. */
export interface AwsDraft extends OpportunitySeed {
  readonly isReferral: boolean;
  readonly status: Status;
  readonly stage: AwsStage;
  readonly cloudId: string;
  readonly acceptBy: string | null;
  readonly changed: string;
  /** Milliseconds since 1970. */
  readonly closes: number;
}

/** A co-sell opportunity of AWS in any state, with every column of its data set. */
export function awsOpportunity(seed: OpportunitySeed): Opportunity {
  const { random, now } = seed;
  const isReferral = chance(random, 0.32);
  const status = weighted(random, isReferral ? referralStatuses : partnerStatuses);
  const isWaiting = status === 'PENDING';
  const created = isWaiting ? now - random.integer(1, 60) * 3_600_000 : seed.created;
  return opportunityOf(draftOf({ ...seed, created }, isReferral, status));
}

/** An invitation of AWS that arrives now. */
export function awsInvitation(seed: OpportunitySeed): Opportunity {
  return opportunityOf(draftOf({ ...seed, created: seed.now }, true, 'PENDING'));
}

function opportunityOf(draft: AwsDraft): Opportunity {
  const details = awsRow(draft);
  const url = 'https://us-east-1.console.aws.amazon.com/partnercentral/opportunities';
  return {
    id: draft.id,
    cloud: 'aws',
    ...awsSummary(details),
    cloud_url: `${url}/${draft.cloudId}`,
    created_at: instant(draft.created),
    custom_properties: {},
    external_object_associations: {},
    metadata: {
      catalog: 'AWS',
      origin: details['opportunity_ownership'] ?? null,
      ...(draft.status === 'Approved' ? { aws_view: awsView(details) } : {})
    },
    details,
    last_modified_at: draft.changed
  };
}

function draftOf(seed: OpportunitySeed, isReferral: boolean, status: Status): AwsDraft {
  const { random, now, created } = seed;
  const isInvitation = ['PENDING', 'REJECTED', 'EXPIRED'].includes(status);
  const stage = isInvitation ? 'Prospect' : stageOf(random, status);
  const acceptBy = isReferral ? instant(created + 5 * dayLength) : null;
  const isClosed = stage === 'Launched' || stage === 'Closed Lost';
  return {
    ...seed,
    isReferral,
    status,
    stage,
    acceptBy,
    cloudId: isInvitation ? `engi-${code(random, 13)}` : `O${digits(random, 8)}`,
    changed: changedAt(random, { status, created, now, acceptBy }),
    closes: now + (isClosed ? -random.integer(1, 30) : random.integer(10, 200)) * dayLength
  };
}

function stageOf(random: Random, status: Status): AwsStage {
  return weighted(random, status === 'Approved' ? allStages : openStages);
}

function changedAt(
  random: Random,
  when: { status: Status; created: number; now: number; acceptBy: string | null }
): string {
  if (when.status === 'PENDING') return instant(when.created);
  if (when.status === 'EXPIRED' && when.acceptBy !== null) {
    return instant(Math.min(millisecondsOf(when.acceptBy), when.now - 1000));
  }
  return between(random, when.created, when.now);
}
