import type { OrgHost, PublishedEvent, Transaction } from '../runtime/index.ts';
import { eventBatches } from './events.ts';
import { internalNames } from './internalObjects.ts';
import { jobQueue } from './queue.ts';

/** Commits a transaction, and with it what is to happen after it: events to deliver, messages to keep. */
export function finishTransaction(host: OrgHost, transaction: Transaction): void {
  const { store, clock } = host.services;
  const { events, immediate, messages } = transaction.afterCommit;
  queueEvents(host, transaction, [...immediate.splice(0), ...events.splice(0)]);
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

/** Ends a transaction that has failed: nothing of it stays but the events that do not wait for a commit. */
export function abandonTransaction(host: OrgHost, transaction: Transaction | undefined): void {
  const { store } = host.services;
  store.rollback();
  const immediate = transaction?.afterCommit.immediate.splice(0) ?? [];
  if (transaction === undefined || immediate.length === 0) return;
  queueEvents(host, transaction, immediate);
  store.commit();
}

function queueEvents(
  { services }: OrgHost,
  transaction: Transaction,
  events: readonly PublishedEvent[]
): void {
  const { store, clock } = services;
  for (const batch of eventBatches(events)) {
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
}
