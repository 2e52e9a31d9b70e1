interface Channel {
  readonly name: string;
}

type Listener = (message: unknown) => void;

interface Subscription {
  readonly channel: string;
  readonly listener: Listener;
}

const subscriptions = new Set<Subscription>();

export const APPLICATION_SCOPE = Symbol('application scope');

/** Sends a message to everybody who listens on the channel. */
export function publish(_context: unknown, channel: Channel, message: unknown): void {
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel.name) subscription.listener(message);
  }
}

export function subscribe(_context: unknown, { name }: Channel, listener: Listener): Subscription {
  const subscription = { channel: name, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
  if (subscription) subscriptions.delete(subscription);
}

export function createMessageContext(): object {
  return {};
}

export function releaseMessageContext(): void {
  // A context holds nothing.
}

/** Wires a message context. */
export class MessageContext {
  constructor(emit: (context: object) => void) {
    emit({});
  }

  connect(): void {
    // The context was given in the constructor.
  }

  update(): void {
    // It depends on no configuration.
  }

  disconnect(): void {
    // It holds nothing.
  }
}
