import { ApiError } from '../http/errors.ts';
import type { AwsEvent, AwsState } from './aws/states.ts';
import { awsMachine, awsWords } from './aws/states.ts';
import type { AzureEvent } from './azure/states.ts';
import { azureMachine, azureWords } from './azure/states.ts';
import type { Machine } from './machine.ts';
import { step } from './machine.ts';

const awsEvents: readonly AwsEvent[] = [
  'accept',
  'reject',
  'update',
  'associate',
  'submit',
  'completeTask',
  'failTask',
  'startReview',
  'approve',
  'requestChanges',
  'disqualify'
];
const azureEvents: readonly AzureEvent[] = [
  'accept',
  'reject',
  'update',
  'win',
  'lose',
  'microsoftAccepts',
  'microsoftDeclines'
];

/** Every state with every event: where it leads, or that it is refused. */
function tableOf<S extends string, E extends string>(
  machine: Machine<S, E>,
  events: readonly E[]
): string[] {
  const states = Object.keys(machine.moves) as S[];
  return states.flatMap((state) =>
    events.flatMap((event) => {
      const next = moved(machine, state, event);
      return next === undefined ? [] : [`${state} ${event} ${next}`];
    })
  );
}

function moved<S extends string, E extends string>(
  machine: Machine<S, E>,
  state: S,
  event: E
): S | undefined {
  try {
    return step(machine, state, event);
  } catch (cause) {
    expect(cause).toBeInstanceOf(ApiError);
    expect(cause).toMatchObject({ status: 409, message: machine.because[state] });
    return undefined;
  }
}

describe('the life of an AWS opportunity', () => {
  test('should have these moves and no others', () => {
    expect(tableOf(awsMachine, awsEvents)).toEqual([
      'invited accept accepting',
      'invited reject declined',
      'accepting completeTask approved',
      'accepting failTask invited',
      'draft update draft',
      'draft associate draft',
      'draft submit submitting',
      'submitting completeTask submitted',
      'submitting failTask draft',
      'submitted startReview inReview',
      'submitted approve approved',
      'submitted requestChanges actionRequired',
      'submitted disqualify rejected',
      'inReview approve approved',
      'inReview requestChanges actionRequired',
      'inReview disqualify rejected',
      'actionRequired update submitted',
      'approved update approved',
      'approved associate approved'
    ]);
  });

  test('should have a word of AWS for every state', () => {
    const states = Object.keys(awsMachine.moves) as AwsState[];

    expect(states.filter((state) => awsWords[state] === '')).toEqual([]);
  });
});

describe('the life of an Azure referral', () => {
  test('should have these moves and no others', () => {
    expect(tableOf(azureMachine, azureEvents)).toEqual([
      'pending update pending',
      'pending lose lost',
      'pending microsoftAccepts active',
      'pending microsoftDeclines declined',
      'received accept active',
      'received reject declined',
      'active update active',
      'active win won',
      'active lose lost'
    ]);
  });

  test('should have Microsoft’s words for every state', () => {
    expect(Object.keys(azureWords).sort()).toEqual(Object.keys(azureMachine.moves).sort());
  });
});
