import type { JsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import type { Machine } from '../machine.ts';

/** Where a referral of Microsoft is (cosell-domain.md 3.1); `received` waits for the partner's answer. */
export type AzureState =
  'pending' | 'received' | 'active' | 'won' | 'lost' | 'declined' | 'expired';
export type AzureEvent =
  'accept' | 'reject' | 'update' | 'win' | 'lose' | 'microsoftAccepts' | 'microsoftDeclines';

const over = 'This referral is closed; nothing can be changed any more.';

export const azureMachine: Machine<AzureState, AzureEvent> = {
  moves: {
    pending: {
      update: 'pending',
      lose: 'lost',
      microsoftAccepts: 'active',
      microsoftDeclines: 'declined'
    },
    received: { accept: 'active', reject: 'declined' },
    active: { update: 'active', win: 'won', lose: 'lost' },
    won: {},
    lost: {},
    declined: {},
    expired: {}
  },
  because: {
    pending: 'Microsoft has not answered this referral yet.',
    received: 'This referral waits for your answer: accept it first.',
    active: 'This referral is active already.',
    won: over,
    lost: over,
    declined: over,
    expired: over
  }
};

/** Microsoft's status and substatus for each state. */
export const azureWords: Readonly<Record<AzureState, readonly [status: string, sub: string]>> = {
  pending: ['New', 'Pending'],
  received: ['New', 'Received'],
  active: ['Active', 'Accepted'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  declined: ['Closed', 'Declined'],
  expired: ['Closed', 'Expired']
};

const states = Object.keys(azureWords) as AzureState[];

/** The state that a record's substatus says. */
export function azureStateOf({ details }: Opportunity): AzureState {
  return states.find((state) => azureWords[state][1] === details['sub_status']) ?? 'expired';
}

/** The columns that say a state. */
export function azureColumnsOf(state: AzureState): JsonObject {
  const [status, sub_status] = azureWords[state];
  return { status, cloud_status: status, sub_status, external_status: sub_status };
}
