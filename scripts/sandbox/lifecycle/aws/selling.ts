import type {
  AssociateOpportunityCommandInput,
  Contact,
  CountryCode,
  CreateOpportunityCommandInput,
  Customer,
  LifeCycle,
  Project,
  RejectEngagementInvitationCommandInput,
  StartEngagementByAcceptingInvitationTaskCommandInput,
  StartEngagementFromOpportunityTaskCommandInput,
  UpdateOpportunityCommandInput
} from '@aws-sdk/client-partnercentral-selling';

import * as words from '../../data/words.ts';
import type { JsonObject } from '../../json.ts';
import type { Opportunity } from '../../records.ts';

/**
 * A write as AWS's own SDK takes it. Names and lists are checked by the compiler: what Clazar's API
 * accepts, AWS's could take.
 *
 * @see https://docs.aws.amazon.com/partner-central/latest/APIReference/API_Operations_Partner_Central_Selling_API.html
 */
export type SellingWrite =
  | { readonly operation: 'CreateOpportunity'; readonly input: CreateOpportunityCommandInput }
  | { readonly operation: 'UpdateOpportunity'; readonly input: UpdateOpportunityCommandInput }
  | { readonly operation: 'AssociateOpportunity'; readonly input: AssociateOpportunityCommandInput }
  | {
      readonly operation: 'StartEngagementFromOpportunityTask';
      readonly input: StartEngagementFromOpportunityTaskCommandInput;
    }
  | {
      readonly operation: 'StartEngagementByAcceptingInvitationTask';
      readonly input: StartEngagementByAcceptingInvitationTaskCommandInput;
    }
  | {
      readonly operation: 'RejectEngagementInvitation';
      readonly input: RejectEngagementInvitationCommandInput;
    };

const catalog = { Catalog: 'Sandbox' };

/** A draft as CreateOpportunity takes it. */
export function createWrite({ id, details }: Opportunity): SellingWrite {
  const input = {
    ...catalog,
    ...body(details),
    ClientToken: id,
    Origin: 'Partner Referral'
  } as const;
  return { operation: 'CreateOpportunity', input };
}

/** A whole record as UpdateOpportunity takes it: what is left out would be emptied. */
export function updateWrite(before: Opportunity, { details }: Opportunity): SellingWrite {
  const LastModifiedDate = new Date(before.last_modified_at);
  const input = { ...catalog, ...body(details), Identifier: identifier(before), LastModifiedDate };
  return { operation: 'UpdateOpportunity', input };
}

const associated = {
  solution_offered: 'Solutions',
  aws_products: 'AwsProducts',
  offers: 'AwsMarketplaceOffers'
} as const;

/** One AssociateOpportunity for each thing that is new on the record. */
export function associateWrites(before: Opportunity, changes: JsonObject): SellingWrite[] {
  const columns = Object.keys(associated) as (keyof typeof associated)[];
  return columns.flatMap((column) => {
    const known = texts(before.details[column]);
    const added = texts(changes[column]).filter((value) => !known.includes(value));
    return added.map((value) => ({
      operation: 'AssociateOpportunity' as const,
      input: {
        ...catalog,
        OpportunityIdentifier: identifier(before),
        RelatedEntityType: associated[column],
        RelatedEntityIdentifier: value
      }
    }));
  });
}

/** A submission as the task takes it. */
export function submitWrite(record: Opportunity, given: JsonObject): SellingWrite {
  const InvolvementType = known(
    ['Co-Sell', 'For Visibility Only'] as const,
    given['involvement_type']
  );
  const Visibility = known(['Full', 'Limited'] as const, given['visibility']);
  const input = {
    ...catalog,
    ClientToken: `${record.id} submit`,
    Identifier: identifier(record),
    AwsSubmission: { InvolvementType: InvolvementType ?? 'Co-Sell', Visibility }
  };
  return { operation: 'StartEngagementFromOpportunityTask', input };
}

/** An answer to an invitation: the task for a yes, the refusal with its reason for a no. */
export function answerWrite(record: Opportunity, reason: unknown): SellingWrite {
  const Identifier = identifier(record);
  return reason === undefined
    ? {
        operation: 'StartEngagementByAcceptingInvitationTask',
        input: { ...catalog, ClientToken: `${record.id} accept`, Identifier }
      }
    : {
        operation: 'RejectEngagementInvitation',
        input: { ...catalog, Identifier, RejectionReason: text(reason) }
      };
}

function body(
  details: JsonObject
): Omit<UpdateOpportunityCommandInput, 'Catalog' | 'Identifier' | 'LastModifiedDate'> {
  const fromMarketing = details['is_opp_from_marketing_activity'] === true;
  return {
    PrimaryNeedsFromAws: all(words.needs, details['partner_primary_need_from_aws']),
    Customer: customer(details),
    Project: project(details),
    OpportunityType: known(words.opportunityTypes, details['opportunity_type']),
    Marketing: {
      Source: fromMarketing ? 'Marketing Activity' : 'None',
      CampaignName: text(details['campaign_name']),
      AwsFundingUsed: details['is_marketing_development_funded'] === true ? 'Yes' : 'No'
    },
    SoftwareRevenue: revenue(details),
    LifeCycle: lifeCycle(details)
  };
}

function customer(details: JsonObject): Customer {
  return {
    Account: {
      CompanyName: text(details['customer_company_name']) ?? '',
      WebsiteUrl: text(details['customer_website']),
      Industry: known(words.industries, details['industry']),
      Address: {
        // The table of rules and the pattern of the API have seen it: two letters of ISO 3166.
        CountryCode: text(details['country']) as CountryCode | undefined,
        StateOrRegion: text(details['state']),
        PostalCode: text(details['postal_code'])
      }
    },
    Contacts: [contact(details, 'customer')]
  };
}

function contact(details: JsonObject, prefix: string): Contact {
  return {
    FirstName: text(details[`${prefix}_first_name`]),
    LastName: text(details[`${prefix}_last_name`]),
    Email: text(details[`${prefix}_email`]),
    Phone: text(details[`${prefix}_phone`])
  };
}

function project(details: JsonObject): Project {
  const monthly = details['expected_monthly_aws_revenue'];
  return {
    Title: text(details['partner_project_title']),
    CustomerBusinessProblem: text(details['project_description']),
    CustomerUseCase: text(details['use_case']),
    DeliveryModels: all(words.deliveryModels, details['delivery_model']),
    SalesActivities: all(words.salesActivities, details['sales_activities']),
    OtherSolutionDescription: text(details['other_solution_offered']),
    AdditionalComments: text(details['additional_comments']),
    ExpectedCustomerSpend:
      typeof monthly === 'number'
        ? [
            {
              Amount: monthly.toFixed(2),
              CurrencyCode: 'USD',
              Frequency: 'Monthly',
              TargetCompany: 'AWS'
            }
          ]
        : []
  };
}

function revenue(details: JsonObject): UpdateOpportunityCommandInput['SoftwareRevenue'] {
  const value = details['customer_software_value'];
  return {
    DeliveryModel: known(words.revenueModels, details['procurement_type']),
    Value:
      typeof value === 'number' ? { Amount: value.toFixed(2), CurrencyCode: 'USD' } : undefined,
    EffectiveDate: text(details['contract_start_date']),
    ExpirationDate: text(details['contract_end_date'])
  };
}

function lifeCycle(details: JsonObject): LifeCycle {
  return {
    Stage: known(words.awsStages, details['sale_stage']),
    ClosedLostReason: known(words.lostReasons, details['closed_lost_reason']),
    NextSteps: text(details['next_step']),
    TargetCloseDate: text(details['target_close_date'])
  };
}

function identifier({ cloud_id }: Opportunity): string {
  return cloud_id ?? '';
}

function known<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((each) => each === value);
}

function all<T extends string>(values: readonly T[], value: unknown): T[] {
  return texts(value).flatMap((each) => known(values, each) ?? []);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
