import {
  AwsClosedLostReason,
  AwsOpportunityStage,
  ClosedLostReason,
  CountryCode,
  DeliveryModel,
  EngagementScore,
  Industry,
  InvitationStatus,
  OpportunityOrigin,
  OpportunityType,
  PrimaryNeedFromAws,
  RevenueModel,
  SalesActivity,
  SalesInvolvementType,
  Stage,
  TaskStatus,
  Visibility
} from '@aws-sdk/client-partnercentral-selling';

/**
 * AWS's own list for each picklist of Cosell_Opportunity__c that has one, by the field's name.
 *
 * @see https://docs.aws.amazon.com/partner-central/latest/APIReference/API_Operations_Partner_Central_Selling_API.html
 */
export const awsLists: Readonly<Record<string, readonly string[]>> = {
  Acceptance_Status__c: Object.values(InvitationStatus),
  AWS_Closed_Lost_Reason__c: Object.values(AwsClosedLostReason),
  AWS_Engagement_Score__c: Object.values(EngagementScore),
  AWS_Stage__c: Object.values(AwsOpportunityStage),
  Closed_Lost_Reason__c: Object.values(ClosedLostReason),
  Country__c: Object.values(CountryCode),
  Delivery_Models__c: Object.values(DeliveryModel),
  Industry__c: Object.values(Industry),
  Involvement_Type__c: Object.values(SalesInvolvementType),
  Opportunity_Type__c: Object.values(OpportunityType),
  Origin__c: Object.values(OpportunityOrigin),
  Primary_Needs_From_AWS__c: Object.values(PrimaryNeedFromAws),
  Procurement_Type__c: Object.values(RevenueModel),
  Sales_Activities__c: Object.values(SalesActivity),
  Stage__c: Object.values(Stage),
  Task_Status__c: Object.values(TaskStatus),
  Visibility__c: Object.values(Visibility)
};
