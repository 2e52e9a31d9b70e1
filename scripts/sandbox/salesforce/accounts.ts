import type { OrgType } from './orgClient.ts';

/** The one Salesforce org that Clazar is connected to. */
export interface Connection {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationType: OrgType;
  readonly instanceUrl: string;
  readonly userId: string;
  readonly username: string;
  readonly connectedAt: string;
  /** Gets new access tokens; deleted at once on disconnecting. */
  readonly refreshToken: string;
  readonly accessToken: string;
}

/** A Salesforce user that is the same person as a user of Clazar. */
export interface UserLink {
  readonly organizationId: string;
  readonly userId: string;
  readonly username: string;
  /** Email of the Clazar user. */
  readonly email: string;
  readonly linkedAt: string;
}

/** What Clazar knows of Salesforce. */
export interface SalesforceAccounts {
  connection(): Connection | undefined;
  connect(connection: Connection): void;
  /** Keeps a new access token. */
  renew(accessToken: string): void;
  /** Forgets the credentials; links of users and who replaced whom go with them. */
  disconnect(replacedBy?: string): Connection | undefined;
  /** The instance that an org's connection was given up for. */
  replacedBy(organizationId: string): string | undefined;
  links(): readonly UserLink[];
  link(link: UserLink): void;
  unlink(userId: string): UserLink | undefined;
}

/** Where the accounts are kept while the sandbox does not run. */
export interface TextKeeper {
  read(): string | undefined;
  write(text: string): void;
}

interface Kept {
  connection?: Connection | undefined;
  replaced: Record<string, string>;
  links: UserLink[];
}

/** The accounts, as they were kept last. */
export function createAccounts(keeper?: TextKeeper): SalesforceAccounts {
  const kept = readKept(keeper);
  const save = (): void => keeper?.write(JSON.stringify(kept));
  return {
    connection: () => kept.connection,
    connect: (connection) => {
      kept.connection = connection;
      kept.replaced = without(kept.replaced, connection.organizationId);
      save();
    },
    renew: (accessToken) => {
      if (kept.connection) kept.connection = { ...kept.connection, accessToken };
      save();
    },
    disconnect: (replacedBy) => {
      const { connection } = kept;
      kept.connection = undefined;
      kept.links = [];
      if (connection && replacedBy !== undefined) {
        kept.replaced[connection.organizationId] = replacedBy;
      }
      save();
      return connection;
    },
    replacedBy: (organizationId) => kept.replaced[organizationId],
    links: () => kept.links,
    link: (link) => {
      kept.links = [...kept.links.filter(({ userId }) => userId !== link.userId), link];
      save();
    },
    unlink: (userId) => {
      const found = kept.links.find((link) => link.userId === userId);
      kept.links = kept.links.filter((link) => link !== found);
      save();
      return found;
    }
  };
}

function without(all: Record<string, string>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));
}

function readKept(keeper: TextKeeper | undefined): Kept {
  const text = keeper?.read();
  if (text === undefined) return { replaced: {}, links: [] };
  return JSON.parse(text) as Kept;
}
