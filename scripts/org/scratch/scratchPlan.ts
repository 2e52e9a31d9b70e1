import { isPlainObject, RestError } from '../rest/index.ts';

/** A scratch org as it was asked for. */
export interface ScratchRequest {
  readonly orgName: string;
  readonly edition: string;
  readonly features: string | null;
  readonly durationDays: number;
  readonly namespace: string | null;
  readonly username: string | null;
  readonly adminEmail: string | null;
  readonly description: string | null;
  readonly consumerKey: string;
  readonly callbackUrl: string;
}

/** A scratch org that the hub knows. */
export interface ScratchOrg extends ScratchRequest {
  /** Of its ScratchOrgInfo. */
  readonly id: string;
  /** 18 characters. */
  readonly organizationId: string;
  readonly signupUsername: string;
  /** Where it is kept, below the hub's data. */
  readonly folder: string;
  readonly port: number;
  readonly createdBy: string;
  /** ISO 8601. */
  readonly createdDate: string;
  readonly expirationDate: string;
  readonly status: 'Active' | 'Deleted';
}

const longestDays = 30;
const namespaces = /^[a-zA-Z](?:\w{0,13}[a-zA-Z0-9])?$/;

/** Reads the fields of a new ScratchOrgInfo. @throws RestError */
export function readScratchRequest(body: unknown): ScratchRequest {
  const given = isPlainObject(body) ? body : {};
  const text = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const edition = text('Edition');
  const isCopy = text('Snapshot') !== null || text('TemplateId') !== null;
  if (isCopy) throw refused('INVALID_INPUT', 'Snapshots and templates are not supported here.');
  if (edition === null) {
    throw refused('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Edition]', ['Edition']);
  }
  return {
    orgName: text('OrgName') ?? 'Scratch Org',
    edition,
    features: text('Features'),
    durationDays: daysOf(given['DurationDays']),
    namespace: namespaceOf(text('Namespace')),
    username: text('Username'),
    adminEmail: text('AdminEmail'),
    description: text('Description'),
    consumerKey: text('ConnectedAppConsumerKey') ?? 'PlatformCLI',
    callbackUrl: text('ConnectedAppCallbackUrl') ?? 'http://localhost:1717/OauthRedirect'
  };
}

function daysOf(value: unknown): number {
  const days = Number(value ?? 7);
  if (Number.isInteger(days) && days >= 1 && days <= longestDays) return days;
  throw refused(
    'INVALID_INPUT',
    `DurationDays is a whole number from 1 to ${String(longestDays)}.`,
    ['DurationDays']
  );
}

function namespaceOf(namespace: string | null): string | null {
  const isRight = namespace === null || (namespaces.test(namespace) && !namespace.includes('__'));
  if (isRight) return namespace;
  throw refused('INVALID_INPUT', `${namespace} is no namespace (S-1026).`, ['Namespace']);
}

function refused(errorCode: string, message: string, fields: readonly string[] = []): RestError {
  return new RestError(400, { errorCode, message, fields });
}
