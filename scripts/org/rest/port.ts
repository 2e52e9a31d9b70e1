import type { SchemaPort } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { DmlRequest, DmlResult } from '../dml/types.ts';
import type { Project } from '../metadata/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { SearchHits } from '../soql/index.ts';
import type { QueryResult } from '../soql/types.ts';
import type {
  ApexAction,
  FlowRequest,
  FlowResult,
  InvocableRequest,
  InvocableResult,
  RestRequestData,
  RestResponseData,
  StandardActionRequest
} from '../worker/index.ts';

/** What the HTTP APIs ask of the org. Every call runs as a user and with that user's permissions. */
export interface RestOrg {
  readonly schema: SchemaPort;
  readonly project: Project;
  readonly clock: Clock;
  /** 18 characters. */
  readonly organizationId: string;
  /** When the project was taken up, in milliseconds since 1970: metadata are not older. */
  readonly changedAt: number;
  query(userId: string, query: RestQuery): Promise<QueryResult>;
  save(userId: string, request: DmlRequest): Promise<DmlResult[]>;
  /** Deletes past the recycle bin. */
  hardDelete(userId: string, request: DmlRequest): Promise<DmlResult[]>;
  /** One transaction for several saves and queries: committed when `work` resolves, rolled back when it rejects. */
  transaction<T>(
    userId: string,
    work: (transaction: Pick<RestOrg, 'query' | 'save'>) => Promise<T>
  ): Promise<T>;
  search(userId: string, sosl: string): Promise<SearchHits[]>;
  /** How a query would be run, one step a line. */
  explain(userId: string, soql: string): Promise<string[]>;
  actions(): Promise<ApexAction[]>;
  /** Calls an `@InvocableMethod`; throws an `ApexCallError`. */
  invokeAction(userId: string, call: InvocableRequest): Promise<InvocableResult[]>;
  runFlow(userId: string, call: FlowRequest): Promise<FlowResult[]>;
  /** Runs one of the platform's own actions, such as `emailSimple`. */
  standardAction(userId: string, call: StandardActionRequest): Promise<FlowResult[]>;
  /** Answers a request to an Apex REST class; throws an `ApexCallError`. */
  apexRest(userId: string, request: RestRequestData): Promise<RestResponseData>;
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
