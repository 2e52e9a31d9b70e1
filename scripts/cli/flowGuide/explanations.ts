/** What the code of a Flow action does not say about it. */
export interface Explanation {
  readonly about: string;
  /** By code: when it comes. */
  readonly errors: Readonly<Record<string, string>>;
  readonly example: string;
}

const record = {
  REQUIRED_FIELD_MISSING: 'Neither id was given, or a field that the cloud wants is empty.',
  RESOURCE_NOT_FOUND: 'There is no such record that the running user may see.',
  NOT_PERMITTED: 'The running user lacks the custom permission that the message names.'
};
const ofCloud = { ...record, WRONG_CLOUD: 'The record belongs to another cloud.' };
const state = {
  INVALID_RESOURCE_STATE:
    'The record is in a state in which this cannot be done; the message says in which, and what to do.'
};
const values = {
  INVALID_ENUM_VALUE: 'A text is no value of a list; the message names the nearest ones.',
  INVALID_STRING_FORMAT: 'A text has not the form that the cloud wants.',
  INVALID_VALUE: 'A value cannot be understood, or does not fit others.',
  VALUE_OUT_OF_RANGE: 'A text is too short or too long, a number too small or too large.',
  TOO_MANY_VALUES: 'More values than the cloud takes.',
  ACTION_NOT_PERMITTED: 'The cloud does not let this field be set, or not in this state.'
};
const opportunity = {
  DUPLICATE_KEY_VALUE: 'The opportunity has an open co-sell with this cloud already.'
};
const conflict = {
  CONFLICT:
    'Somebody changed the same field in the cloud; the message shows both values, and nothing was overwritten.'
};

/** Every action of the package, by its class. */
export const explanations: Readonly<Record<string, Explanation>> = {
  AcceptAwsCosellOpportunity: {
    about:
      'AWS makes the opportunity in a task of its own: the record says *Approved* only when that is complete.',
    errors: { ...ofCloud, ...state, ...opportunity },
    example:
      'A record-triggered Flow on Co-Sell Opportunity (Status becomes *Invited*, Industry is one of yours) runs this action with *Create Salesforce Opportunity* on. The template *Accept AWS Invitations* is such a Flow.'
  },
  AcceptAzureCosellOpportunity: {
    about: 'Accepts a referral that Microsoft sent (substatus *Received*).',
    errors: { ...ofCloud, ...state, ...opportunity },
    example:
      'A screen Flow on the Co-Sell Opportunity page passes the record id and the Opportunity a rep has picked.'
  },
  ActivateContract: {
    about: 'Needed where a cloud waits for the seller before a contract starts.',
    errors: { ...record, ...state },
    example: 'A Flow on Contract (Status is *Pending Activation*) runs it after an approval.'
  },
  CheckCosellReadiness: {
    about: 'Reads only: use it before a screen or an approval.',
    errors: { ...record, ...values, ...opportunity },
    example:
      'A before-submit screen shows *Errors* in a data table, with Label and Message of each, and goes on when *Ready* is true.'
  },
  CreateAwsCosellOpportunity: {
    about:
      'Fields that are not given come from the field mapping. Three steps: create, add solutions, submit. The result names the step at which it stopped.',
    errors: {
      ...record,
      ...values,
      ...opportunity,
      NOT_ENOUGH_VALUES: 'AWS wants 1 to 10 solutions before a submission.'
    },
    example:
      'A record-triggered Flow on Opportunity (Stage becomes *Proposal/Price Quote*, Amount over 10,000) runs it with *Submit to AWS* off. The template *Create AWS Co-Sell* is such a Flow.'
  },
  CreateAzureCosellOpportunity: {
    about: 'Deal types *Co-sell* and *Partner-led* are shared with Microsoft, *Private* is not.',
    errors: { ...record, ...values, ...opportunity },
    example: 'The same as for AWS, with *Solution Ids* of Partner Center.'
  },
  GetCosellOpportunity: {
    about:
      'One request for each input, at most 50 in one transaction: what does not fit fails, since a read cannot wait.',
    errors: { ...record, TOO_MANY_VALUES: 'More than fit into one transaction.' },
    example: 'Before a decision in a Flow, so that it is made on what AWS says now.'
  },
  LinkCosellOpportunity: {
    about: 'The link is kept here and in Clazar.',
    errors: { ...record, ...opportunity },
    example:
      'A Flow finds an Opportunity by the customer’s website and links the co-sell that AWS has sent.'
  },
  RejectAwsCosellOpportunity: {
    about:
      'Reasons: Customer problem unclear, Next steps unclear, Unable to support, Duplicate of partner referral, Other.',
    errors: { ...ofCloud, ...state, INVALID_ENUM_VALUE: 'The reason is none of AWS’s.' },
    example: 'A scheduled Flow rejects invitations from countries in which you do not sell.'
  },
  ReportUsage: {
    about: 'Usage of a dimension in a period; the same period is never billed twice.',
    errors: { ...record, ...values },
    example: 'A scheduled Flow sums up what was used yesterday and reports it.'
  },
  SubmitAwsCosellOpportunity: {
    about:
      'AWS takes the submission in a task of its own: the record says *Submitted* only when that is complete.',
    errors: { ...ofCloud, ...state, ...values, NOT_ENOUGH_VALUES: 'A solution is missing.' },
    example:
      'After an approval (template *Submit When Approved*): the Flow runs it with *Involvement Type* Co-Sell.'
  },
  UpdateAwsCosellOpportunity: {
    about:
      'Only what is different is sent. *When Locked* = *Wait* keeps the change while AWS reviews and sends it when AWS opens the record.',
    errors: { ...ofCloud, ...state, ...values, ...conflict },
    example:
      'A record-triggered Flow on Opportunity (Stage, Amount or Close Date changed) runs it with *From Salesforce Opportunity* on and *When Locked* Wait. The template *Update AWS Co-Sell* is such a Flow.'
  },
  UpdateAzureCosellOpportunity: {
    about:
      'Microsoft takes a few fields after the creation; *Close As* Won or Lost ends the deal for ever.',
    errors: { ...ofCloud, ...state, ...values, ...conflict },
    example: 'A Flow on Opportunity (Closed Won) runs it with *Close As* Won.'
  }
};
