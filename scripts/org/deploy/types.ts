/** Options of a deployment, by their names in the Metadata API. */
export interface DeployOptions {
  /** Nothing is changed: only what would happen is told. */
  readonly checkOnly: boolean;
  /** One mistake undoes everything; otherwise what is right stays. */
  readonly rollbackOnError: boolean;
  readonly singlePackage: boolean;
  readonly testLevel: TestLevel;
  readonly runTests: readonly string[];
  /** Was it validated with tests before? */
  readonly isValidated?: boolean;
}

export const testLevels = [
  'NoTestRun',
  'RunSpecifiedTests',
  'RunRelevantTests',
  'RunLocalTests',
  'RunAllTestsInOrg'
] as const;

export type TestLevel = (typeof testLevels)[number];

/** What became of one component. */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly createdDate: string;
  readonly id?: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface TestSuccess {
  readonly id: string;
  readonly methodName: string;
  readonly name: string;
  readonly namespace: string | null;
  /** Milliseconds. */
  readonly time: number;
}

export interface TestFailure extends TestSuccess {
  readonly message: string;
  readonly stackTrace: string | null;
  readonly type: 'Class';
  readonly packageName: string;
}

export interface CodeCoverage {
  readonly id: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly numLocations: number;
  readonly numLocationsNotCovered: number;
  readonly type: 'Class' | 'Trigger';
  readonly locationsNotCovered: readonly {
    readonly line: number;
    readonly column: number;
    readonly numExecutions: number;
    readonly time: number;
  }[];
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm (RunTestsResult) */
export interface RunTestResult {
  readonly numTestsRun: number;
  readonly numFailures: number;
  readonly totalTime: number;
  readonly successes: readonly TestSuccess[];
  readonly failures: readonly TestFailure[];
  readonly codeCoverage: readonly CodeCoverage[];
  readonly codeCoverageWarnings: readonly CodeCoverageWarning[];
}

/** Where tests cover too little; without a name it is the org as a whole. */
export interface CodeCoverageWarning {
  readonly id: string | null;
  readonly name: string | null;
  readonly namespace: string | null;
  readonly message: string;
}

export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceled';

/** What `checkDeployStatus` tells; null is left out of XML. */
export interface DeployResult {
  readonly id: string;
  readonly done: boolean;
  readonly status: DeployStatus;
  readonly success: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly runTestsEnabled: boolean;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly startDate: string;
  readonly completedDate?: string;
  readonly lastModifiedDate: string;
  readonly canceledBy?: string;
  readonly canceledByName?: string;
  readonly errorMessage?: string;
  readonly errorStatusCode?: string;
  readonly stateDetail?: string | undefined;
  readonly numberComponentsTotal: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentErrors: number;
  readonly numberTestsTotal: number;
  readonly numberTestsCompleted: number;
  readonly numberTestErrors: number;
  readonly details: DeployDetails;
}

export interface DeployDetails {
  readonly componentSuccesses: readonly DeployMessage[];
  readonly componentFailures: readonly DeployMessage[];
  readonly runTestResult: RunTestResult;
}

/** A component by type and name. */
export interface Member {
  readonly type: string;
  readonly fullName: string;
}
