/** May this transaction call out? Not while it has unsaved work. */
export interface CalloutRule {
  /** DML was done, or a job, an e-mail or an event was queued. */
  workDone(): void;
  /** `Database.setSavepoint()` */
  savepointSet(): void;
  /** `Database.rollback(savepoint)`: what was done since is gone; the savepoint itself stays. */
  rolledBack(): void;
  /** `Database.releaseSavepoint(savepoint)` */
  savepointReleased(): void;
  /** A commit, or `Test.startTest()`. */
  reset(): void;
  /** The text of the CalloutException; undefined when the transaction may call out. */
  refusal(): string | undefined;
}

const refusal = 'You have uncommitted work pending. Please commit or rollback before calling out';

/**
 * "You can't make a callout when there are pending operations in the transaction": DML, queued work, savepoints that
 * are not released
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_timeouts.htm,
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_transaction_control.htm).
 */
export function createCalloutRule(): CalloutRule {
  let pending = false;
  /** Was work pending when each open savepoint was set? */
  const savepoints: boolean[] = [];
  return {
    workDone: () => {
      pending = true;
    },
    savepointSet: () => void savepoints.push(pending),
    rolledBack: () => {
      pending = savepoints.at(-1) ?? false;
    },
    savepointReleased: () => void savepoints.pop(),
    reset: () => {
      pending = false;
      savepoints.length = 0;
    },
    refusal: () => (pending || savepoints.length > 0 ? refusal : undefined)
  };
}
