import type { Clock, Log } from '../../shared/index.ts';
import type { Connection, SalesforceAccounts } from './accounts.ts';
import type { SalesforceApp } from './oauth.ts';
import type { Fetch } from './orgClient.ts';
import { OrgRefusal } from './orgClient.ts';

/** What Clazar's side of Salesforce works with. */
export interface SalesforceParts {
  readonly app: SalesforceApp;
  readonly accounts: SalesforceAccounts;
  readonly http: Fetch;
  readonly clock: Clock;
  readonly log: Log;
}

/** A sentence for the person in front of the page: what happened, and what to do. */
export class SalesforceProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SalesforceProblem';
  }
}

/** Another org would be given up for a new one: somebody has to say yes first. */
export class WouldReplace extends SalesforceProblem {
  /** Where the login happened. */
  readonly loginUrl: string;

  constructor(connected: Connection, loginUrl: string) {
    super(
      `Clazar is connected to ${connected.organizationName}. Connecting another org disconnects it, and all its mappings are lost.`
    );
    this.loginUrl = loginUrl;
  }
}

/** What an org refuses, said so that a person knows what to do. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OrgRefusal) throw new SalesforceProblem(explain(error));
    throw error;
  }
}

function explain({ status, code, message }: OrgRefusal): string {
  if (status === 0) return `${message} Check the address, and try again.`;
  if (status === 404) {
    return 'The Clazar package is not installed in this org. Install the widget first, then connect.';
  }
  if (status === 403 || code.startsWith('INSUFFICIENT') || code === 'CANNOT_INSERT_UPDATE') {
    return 'This user may not write Clazar’s records. Assign the permission set “Clazar Salesforce Integration User” to the user, then connect again.';
  }
  return `Salesforce answered: ${message}`;
}
