/** A rule of Code Analyzer that does not hold somewhere, and why. */
export interface Exception {
  readonly rules: readonly string[];
  /** Where; everywhere when absent. */
  readonly file?: RegExp;
  readonly reason: string;
}

/** Findings that stay, each with its reason. */
export const analyzerExceptions: readonly Exception[] = [
  {
    rules: ['ApexDoc'],
    reason: 'Only what is global is documented for others; names say the rest.'
  },
  {
    rules: ['ApexUnitTestClassShouldHaveRunAs'],
    reason: 'Tests that enter by a door run as its users; tests of a single class need no user.'
  },
  {
    rules: ['ApexSuggestUsingNamedCred'],
    file: /ClazarApi\.cls$/,
    reason:
      "Clazar's token comes from POST /authenticate/, which no authentication protocol of Named Credentials does."
  },
  {
    rules: ['AvoidBooleanMethodParameters'],
    file: /(SyncController|ListRequest|MappingEntry|SetupFinding|Support\w+|CosellFormController|CosellStart|PrivateOfferAnswer|PrivateOfferLimits|ConnectionUsers)\.cls$/,
    reason:
      'Components call it with a named parameter, or read what it says: start({ isFull: true }).'
  },
  {
    rules: ['AvoidBooleanMethodParameters'],
    file: /OutboxSender\.cls$/,
    reason:
      'Only Outbox makes it, which names the two ways: new Outbox(clock), Outbox.ofJob(clock).'
  },
  {
    rules: ['OperationWithLimitsInLoop'],
    file: /SyncScheduler\.cls$/,
    reason: 'System.schedule and System.abortJob take one job each; there are four at most.'
  },
  {
    rules: ['OperationWithLimitsInLoop', 'OperationWithHighCostInLoop'],
    file: /tests.\w+\.cls$/,
    reason: 'A test does one thing for each of a few kinds, to see each alone.'
  },
  {
    rules: ['ApexUnitTestClassShouldHaveAsserts'],
    file: /(cosell|connection).tests.\w+\.cls$/,
    reason: 'The asserts stand in the methods that every case calls.'
  },
  {
    rules: ['AvoidHardcodingId'],
    file: /Test\.cls$/,
    reason: 'The id of nothing, or of a kind that the screen does not know.'
  },
  {
    rules: ['EagerlyLoadedDescribeSObjectResult'],
    file: /(InboundField|ObjectAccess|PermissionSetsTest)\.cls$/,
    reason: 'Each asks for the facts of a handful of objects, once.'
  },
  {
    rules: ['AvoidNonRestrictiveQueries'],
    file: /Test\.cls$/,
    reason: 'A test sees only the records that it made.'
  },
  {
    rules: ['AvoidNonRestrictiveQueries'],
    file: /Support(Bundle|Outbox)\.cls$/,
    reason: 'An org is one row; requests are counted, not read.'
  },
  {
    rules: ['ProtectSensitiveData'],
    reason:
      'No field holds a credential: they live in the External Credential. Keys here find records.'
  },
  {
    rules: ['AvoidGlobalModifier'],
    file: /cosell.classes.\w+\.cls$|core.classes.FieldError\.cls$|marketplace.classes.(ActivateContract|ReportUsage)\.cls$/,
    reason: "Flow actions and their types must be global to be seen in a subscriber's Flow Builder."
  },
  {
    rules: ['AvoidLogicInTrigger'],
    file: /CosellOpportunityTrigger\.trigger$/,
    reason: 'Two calls, the first of which must come before the other; nothing is decided in it.'
  },
  {
    rules: ['DatabaseOperationsMustUseWithSharing'],
    file: /OutboxRows\.cls$/,
    reason: "Only Clazar's answers change the rows of the outbox; the class says why."
  },
  {
    rules: ['ApexFlsViolation', 'DatabaseOperationsMustUseWithSharing'],
    file: /Package(Install|Uninstall)\.cls$/,
    reason: "Salesforce's own user installs and uninstalls: no permission set is assigned to it."
  },
  {
    rules: ['CyclomaticComplexity'],
    file: /(ColumnValue|MappingCheck|PrivateOfferRules|PrivateOfferValues|CosellFormControllerTest)\.cls$/,
    reason: 'One short method for each kind of value or check; the most complex has ten branches.'
  },
  {
    rules: ['CognitiveComplexity'],
    file: /(CosellRules|FieldMapper|AccountMatchRule|UsageBatch)\.cls$/,
    reason: 'Many short methods about one table; the most complex counts ten.'
  },
  {
    rules: ['ExcessiveParameterList'],
    file: /(MappingController|MappingSave|CosellChange|CosellFormController|PrivateOfferController|PrivateOfferRules|\w+Test)\.cls$/,
    reason: 'Four named values that a component sends, or that a table of cases lists.'
  },
  {
    rules: ['ExcessivePublicCount', 'TooManyFields'],
    file: /Cosell(Field|View)\.cls$/,
    reason: 'What one screen shows of one record.'
  },
  {
    rules: ['AvoidLwcBubblesComposedTrue'],
    file: /cosell.lwc/,
    reason: 'Flow Builder asks it of editors, and other cards of the page have to hear of a change.'
  },
  {
    rules: ['MissingNullCheckOnSoqlVariable'],
    file: /(MappingChangeView|CosellRequests|CosellSyncs|FormDrafts|PrivateOfferAlert|PrivateOfferStatus)\.cls$/,
    reason: 'A bound null finds nothing, which is the right answer.'
  },
  {
    rules: ['UnimplementedType'],
    file: /OutboxAnswers\.cls$/,
    reason: 'Features implement it, and metadata names their classes.'
  },
  {
    rules: [
      'AvoidBooleanMethodParameters',
      'CognitiveComplexity',
      'CyclomaticComplexity',
      'ExcessiveParameterList',
      'ExcessivePublicCount',
      'TooManyFields'
    ],
    file: /cosell.classes.(Cosell(Answers|Command|Context|Run)|(Create|Update)Aws\w+|UpdateCosell)\.cls$/,
    reason: 'The Flow actions have the inputs that Flow builders need; their plans are to be split.'
  },
  {
    rules: ['ApexNullPointerException'],
    file: /(IssueRetry|ListQuery|CosellCommand|PrivateOfferValues)\.cls$/,
    reason: 'SFGE 0.25 does not know the operators ?? and ?. yet.'
  }
];
