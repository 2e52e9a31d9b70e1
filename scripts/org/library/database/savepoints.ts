import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException, nullArgument } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { SavepointToken } from '../../store/types.ts';
import { PlatformObject } from '../platformObject.ts';

interface SavepointData {
  readonly token: SavepointToken;
  /** Events and messages that had been queued by then. */
  readonly events: number;
  readonly messages: number;
  released: boolean;
}

type Savepoint = PlatformObject<SavepointData>;

function setSavepoint(context: ApexContext): Savepoint {
  const { transaction, services } = hostOf(context);
  transaction.limits.count('dmlStatements');
  transaction.callouts.savepointSet();
  const { events, messages } = transaction.afterCommit;
  const token = services.store.savepoint();
  const data = { token, events: events.length, messages: messages.length, released: false };
  return new PlatformObject('Savepoint', data, ({ token: { name } }) => name);
}

function rollback(context: ApexContext, savepoint: Savepoint | null): void {
  const { data } = usable(savepoint);
  const { transaction, services } = hostOf(context);
  transaction.limits.count('dmlStatements');
  services.store.rollbackTo(data.token);
  transaction.callouts.rolledBack();
  transaction.afterCommit.events.length = data.events;
  transaction.afterCommit.messages.length = data.messages;
}

function release(context: ApexContext, savepoint: Savepoint | null): void {
  const { data } = usable(savepoint);
  const { transaction, services } = hostOf(context);
  services.store.release(data.token);
  transaction.callouts.savepointReleased();
  data.released = true;
}

function usable(savepoint: Savepoint | null): Savepoint {
  if (savepoint === null) throw nullArgument(1);
  if (!savepoint.data.released) return savepoint;
  throw new ApexException('System.TypeException', 'Savepoint has been released');
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_transaction_control.htm */
export const savepointMembers: NativeMembers = {
  'static Savepoint setSavepoint()': setSavepoint,
  'static void rollback(Savepoint savepoint)': rollback,
  'static void releaseSavepoint(Savepoint savepoint)': release
};

export const savepoint = nativeClass('Savepoint', {});
