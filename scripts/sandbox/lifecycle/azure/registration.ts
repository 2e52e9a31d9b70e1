import { ApiError } from '../../http/errors.ts';
import { isJsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';
import type { World } from '../../world.ts';
import { change } from '../change.ts';
import { step } from '../machine.ts';
import type { Machine } from '../machine.ts';

/**
 * Where Microsoft's registration of a won deal stands, in Clazar's words
 * (https://help.clazar.io/articles/4915534810-added-deal-registration-for-azure-cosell-opportunities). Which follows
 * which is assumed.
 */
export type RegistrationState =
  | 'Not Registered'
  | 'Review or Validation Required'
  | 'Action Required'
  | 'Approved'
  | 'Passed'
  | 'Failed';

/** What the partner or Microsoft does about a registration, in Partner Center. */
export const registrationEvents = [
  'registerDeal',
  'requestRegistrationChanges',
  'approveRegistration',
  'passRegistration',
  'failRegistration'
] as const;
export type RegistrationEvent = (typeof registrationEvents)[number];

const over = 'A deal is registered once, and this registration is decided.';

export const registrationMachine: Machine<RegistrationState, RegistrationEvent> = {
  moves: {
    'Not Registered': { registerDeal: 'Review or Validation Required' },
    'Review or Validation Required': {
      requestRegistrationChanges: 'Action Required',
      approveRegistration: 'Approved',
      failRegistration: 'Failed'
    },
    'Action Required': {
      registerDeal: 'Review or Validation Required',
      failRegistration: 'Failed'
    },
    Approved: { passRegistration: 'Passed', failRegistration: 'Failed' },
    Passed: {},
    Failed: {}
  },
  because: {
    'Not Registered': 'This deal is not registered yet.',
    'Review or Validation Required': 'Microsoft is looking at this registration.',
    'Action Required': 'Microsoft waits for the partner.',
    Approved: 'This registration is approved already.',
    Passed: over,
    Failed: over
  }
};

const leastValue = 25_000;

/** Moves a won deal's registration on. @throws ApiError 409 when its state does not know the event, or the deal is not eligible */
export function moveRegistration(
  world: World,
  record: Opportunity,
  { event, at }: { readonly event: RegistrationEvent; readonly at: number }
): Opportunity {
  const state = registrationOf(record);
  if (state === undefined) {
    throw new ApiError('invalid_state', 'Only a deal that is won can be registered.');
  }
  const status = step(registrationMachine, state, event);
  if (event === 'registerDeal') requireEligible(record);
  return change(world, record, { at, metadata: { deal_registration: { status } } });
}

/** Undefined for a deal that is not won. */
function registrationOf({ metadata: { deal_registration } }: Opportunity) {
  const known = Object.keys(registrationMachine.moves) as RegistrationState[];
  const status = isJsonObject(deal_registration) ? deal_registration['status'] : undefined;
  return known.find((state) => state === status);
}

/** https://learn.microsoft.com/en-us/partner-center/register-deals */
function requireEligible({ details: { deal_type, deal_value } }: Opportunity): void {
  const isShared = deal_type === 'Co-sell' || deal_type === 'Partner-led';
  if (isShared && Number(deal_value) >= leastValue) return;
  const message = `Microsoft registers co-sell and partner-led deals of at least USD ${leastValue}.`;
  throw new ApiError('invalid_state', message);
}
