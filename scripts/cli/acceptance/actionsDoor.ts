import {
  administrator,
  createServer,
  createSessions,
  localUserId,
  registerRestApi
} from '../../org/index.ts';
import type { SyncedOrg } from './syncedOrg.ts';

export const actionsUrl = '/services/data/v66.0/actions/custom/apex';

export interface DoorAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What a Flow action answers to one input. */
export interface ActionResult {
  readonly success: boolean;
  readonly status: string;
  readonly message: string;
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
  readonly cosellOpportunityId: string | null;
  readonly requestId: string | null;
}

/** The REST door to the package's Flow actions. */
export interface ActionsDoor {
  /** Sends a request as a user; the administrator unless given. */
  ask(method: 'GET' | 'POST', url: string, options?: AskOptions): Promise<DoorAnswer>;
  /** Runs an action by its class, and gives its results in the order of the inputs. */
  run(action: string, inputs: readonly object[], username?: string): Promise<ActionResult[]>;
  close(): Promise<void>;
}

export interface AskOptions {
  readonly payload?: object;
  readonly username?: string;
}

export function anActionsDoor({ org, clock }: SyncedOrg): ActionsDoor {
  const sessions = createSessions(org.organizationId, clock);
  const app = createServer();
  registerRestApi(app, { org, sessions });
  const ask: ActionsDoor['ask'] = async (method, url, options = {}) => {
    const { payload, username = administrator.username } = options;
    const authorization = `Bearer ${sessions.open(localUserId(username)).token}`;
    const headers = { host: 'localhost', authorization };
    const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: response.statusCode, body: response.json() };
  };
  return {
    ask,
    run: async (action, inputs, username) => {
      const url = `${actionsUrl}/${action}`;
      const options = { payload: { inputs }, ...(username !== undefined && { username }) };
      const { body } = await ask('POST', url, options);
      return (body as { outputValues: ActionResult }[]).map(({ outputValues }) => outputValues);
    },
    close: () => app.close()
  };
}
