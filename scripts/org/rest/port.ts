import type { SchemaPort } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { DmlRequest, DmlResult } from '../dml/types.ts';
import type { Project } from '../metadata/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { QueryResult } from '../soql/types.ts';

/** What the HTTP APIs ask of the org. Every call runs as a user and with that user's permissions. */
export interface RestOrg {
  readonly schema: SchemaPort;
  readonly project: Project;
  readonly clock: Clock;
  /** 18 characters. */
  readonly organizationId: string;
  query(userId: string, query: RestQuery): Promise<QueryResult>;
  save(userId: string, request: DmlRequest): Promise<DmlResult[]>;
  /** Calls an `@AuraEnabled` method with its parameters by name; throws an `ApexCallError`. */
  invokeAura(userId: string, call: AuraCall): Promise<unknown>;
  user(userId: string): Promise<UserContext>;
  policy(userId: string): Promise<AccessPolicy>;
}

export interface RestQuery {
  readonly soql: string;
  readonly binds?: ReadonlyMap<string, string | number | boolean | null | readonly string[]>;
  /** Deleted records too. */
  readonly allRows?: boolean;
}

export interface AuraCall {
  readonly className: string;
  readonly methodName: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
