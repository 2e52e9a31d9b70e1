/** What DML remembers for as long as a transaction lasts. */
export interface DmlTransaction {
  /** The first object of each kind that was written: setup and other objects do not mix. */
  firstSetupObject: string | undefined;
  firstOtherObject: string | undefined;
  /** How many saves are under way inside each other, with what runs in each. */
  readonly stack: string[];
  /** Ids of records that are saved and not yet through their after triggers and flows. */
  readonly saving: Set<string>;
}

/** A fresh transaction; `System.runAs` in a test starts another one for mixed DML. */
export function createDmlTransaction(): DmlTransaction {
  return { firstSetupObject: undefined, firstOtherObject: undefined, stack: [], saving: new Set() };
}
