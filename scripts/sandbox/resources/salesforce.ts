import type { Call, Operation } from '../http/operation.ts';
import type { JsonObject } from '../json.ts';
import type { Connection } from '../salesforce/index.ts';

const organization = '/integrations/salesforce/{organization_id}/';
const user = `${organization}users/{user_id}/`;

/** Where a person goes on in Clazar's settings: the sandbox's own pages, on the name that browsers use. */
function settingsUrl({ url }: Call, path: string): string {
  const { protocol, port } = new URL(url);
  return `${protocol}//localhost:${port}/settings/${path}`;
}

/** Whether Clazar is connected to an org, and as whom. */
const readConnection: Operation = {
  method: 'GET',
  path: organization,
  limit: 'standard',
  handle: (call) => ({ status: 200, body: connectionOf(call) })
};

function connectionOf(call: Call): JsonObject {
  const { accounts } = call.salesforce;
  const id = call.params['organization_id'] ?? '';
  const connection = accounts.connection();
  const own = connection?.organizationId === id ? connection : undefined;
  const other = own === undefined ? connection?.instanceUrl : undefined;
  return {
    connected: own !== undefined,
    organization_id: id,
    ...factsOf(own),
    other_instance_url: other ?? null,
    settings_url: settingsUrl(call, 'apps/salesforce')
  };
}

function factsOf(connection: Connection | undefined): JsonObject {
  if (connection === undefined) {
    return { organization_type: null, instance_url: null, username: null, connected_at: null };
  }
  const { organizationType, instanceUrl, username, connectedAt } = connection;
  return {
    organization_type: organizationType,
    instance_url: instanceUrl,
    username,
    connected_at: connectedAt
  };
}

/** Deletes the credentials of an org at once; an org that is not connected stays so. */
const deleteConnection: Operation = {
  method: 'DELETE',
  path: organization,
  limit: 'standard',
  handle: ({ salesforce, params }) => {
    const connection = salesforce.accounts.connection();
    if (connection?.organizationId === params['organization_id']) salesforce.disconnect();
    return { status: 204 };
  }
};

/** Whether a Salesforce user is connected to a user of Clazar. */
const readLink: Operation = {
  method: 'GET',
  path: user,
  limit: 'standard',
  handle: (call) => {
    const link = call.salesforce.accounts
      .links()
      .find(({ userId }) => userId === call.params['user_id']);
    const body = {
      linked: link !== undefined,
      email: link?.email ?? null,
      linked_at: link?.linkedAt ?? null,
      settings_url: settingsUrl(call, 'profile')
    };
    return { status: 200, body };
  }
};

const deleteLink: Operation = {
  method: 'DELETE',
  path: user,
  limit: 'standard',
  handle: ({ salesforce, params }) => {
    salesforce.unlink(params['user_id'] ?? '');
    return { status: 204 };
  }
};

/** The connection with Salesforce, as the package asks for it. */
export const salesforce = [readConnection, deleteConnection, readLink, deleteLink];
