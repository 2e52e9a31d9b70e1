import type { Org } from '../../org/index.ts';
import type { Log } from '../../shared/index.ts';

interface SyncStatus {
  readonly status?: string;
  readonly message?: string;
}

/**
 * Does the first sync through the door that the *Sync now* button uses, when nothing has been synced yet, and waits for its
 * end. A sync that fails stops nothing: the app itself says what to do.
 */
export async function syncOnce(org: Org, userId: string, log: Log): Promise<void> {
  const runs = await org.query(userId, { soql: 'SELECT COUNT() FROM Sync_Run__c' });
  if (runs.totalSize > 0) return;
  log.info('First sync with the sandbox …');
  try {
    await org.invokeAura(userId, {
      className: 'SyncController',
      methodName: 'start',
      parameters: { isFull: true }
    });
    await org.settled();
  } catch (error) {
    log.warn(`The first sync failed: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  await reportFailure(org, userId, log);
}

async function reportFailure(org: Org, userId: string, log: Log): Promise<void> {
  const { status, message } = await lastRun(org, userId);
  if (status !== 'Completed')
    log.warn(`The first sync is ${status ?? 'unknown'}. ${message ?? ''}`);
}

async function lastRun(org: Org, userId: string): Promise<SyncStatus> {
  const soql = 'SELECT Status__c, Message__c FROM Sync_Run__c ORDER BY CreatedDate DESC LIMIT 1';
  const { records } = await org.query(userId, { soql });
  const values = [...(records[0]?.values.values() ?? [])].map(textOf);
  return { status: values[0] ?? '', message: values[1] ?? '' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
