import { ApiError } from '../http/errors.ts';

/** A state machine as a table: from each state, the events it knows and the states they lead to. */
export interface Machine<State extends string, Event extends string> {
  readonly moves: Readonly<Record<State, Partial<Readonly<Record<Event, State>>>>>;
  /** What a person is told when a state does not know an event. */
  readonly because: Readonly<Record<State, string>>;
}

/** The state after `event`. @throws ApiError 409 when the state does not know it */
export function step<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event
): State {
  const next = machine.moves[state][event];
  if (next !== undefined) return next;
  throw new ApiError('invalid_state', machine.because[state]);
}
