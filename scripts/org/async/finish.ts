import type { OrgHost, Transaction } from '../runtime/index.ts';
import { eventBatches } from './events.ts';
import { internalNames } from './internalObjects.ts';
import { jobQueue } from './queue.ts';

/** Commits a transaction, and with it what is to happen after it: events to deliver, messages to keep. */
export function finishTransaction({ services }: OrgHost, transaction: Transaction): void {
  const { store, clock } = services;
  const { events, messages } = transaction.afterCommit;
  for (const batch of eventBatches(events.splice(0))) {
    jobQueue(store).add({
      kind: 'event',
      jobId: undefined,
      triggerId: undefined,
      userId: services.automatedProcessId ?? transaction.user.userId,
      runAt: clock.now(),
      depth: 1,
      maximumDepth: undefined,
      signature: undefined,
      payload: JSON.stringify(batch)
    });
  }
  for (const message of messages.splice(0)) {
    store.insert(internalNames.message, [
      {
        Id: store.nextId(internalNames.message),
        Kind: message.kind,
        Recipients: message.recipients.join(';'),
        Subject: message.subject,
        Body: message.body,
        CreatedDate: new Date(clock.now()).toISOString()
      }
    ]);
  }
  store.commit();
}
