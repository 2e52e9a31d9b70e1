import type {
  ClosedLostReason,
  DeliveryModel,
  Industry,
  OpportunityType,
  PrimaryNeedFromAws,
  RevenueModel,
  SalesActivity,
  Stage
} from '@aws-sdk/client-partnercentral-selling';

/** Words of AWS Partner Central that the seeded data uses (cosell-domain.md 1.9). */
export const awsStages = [
  'Prospect',
  'Qualified',
  'Technical Validation',
  'Business Validation',
  'Committed',
  'Launched',
  'Closed Lost'
] as const satisfies readonly Stage[];
export type AwsStage = (typeof awsStages)[number];

export const needs = [
  'Co-Sell - Architectural Validation',
  'Co-Sell - Business Presentation',
  'Co-Sell - Competitive Information',
  'Co-Sell - Pricing Assistance',
  'Co-Sell - Technical Consultation',
  'Co-Sell - Total Cost of Ownership Evaluation',
  'Co-Sell - Deal Support',
  'Co-Sell - Support for Public Tender / RFx'
] as const satisfies readonly PrimaryNeedFromAws[];
export const deliveryModels = [
  'SaaS or PaaS',
  'BYOL or AMI',
  'Managed Services',
  'Professional Services',
  'Resell',
  'Other'
] as const satisfies readonly DeliveryModel[];
export const opportunityTypes = [
  'Net New Business',
  'Flat Renewal',
  'Expansion'
] as const satisfies readonly OpportunityType[];
export const revenueModels = [
  'Contract',
  'Pay-as-you-go',
  'Subscription'
] as const satisfies readonly RevenueModel[];
export const rejectionReasons = [
  'Customer problem unclear',
  'Next steps unclear',
  'Unable to support',
  'Duplicate of partner referral',
  'Other'
];
export const industries = [
  'Aerospace',
  'Agriculture',
  'Automotive',
  'Computers and Electronics',
  'Consumer Goods',
  'Education',
  'Energy - Oil and Gas',
  'Energy - Power and Utilities',
  'Financial Services',
  'Gaming',
  'Government',
  'Healthcare',
  'Hospitality',
  'Life Sciences',
  'Manufacturing',
  'Marketing and Advertising',
  'Media and Entertainment',
  'Mining',
  'Non-Profit Organization',
  'Professional Services',
  'Real Estate and Construction',
  'Retail',
  'Software and Internet',
  'Telecommunications',
  'Transportation and Logistics',
  'Travel',
  'Wholesale and Distribution',
  'Other'
] as const satisfies readonly Industry[];
export const salesActivities = [
  'Initialized discussions with customer',
  'Customer has shown interest in solution',
  'Conducted POC / Demo',
  'In evaluation / planning stage',
  'Agreed on solution to Business Problem',
  'Completed Action Plan',
  'Finalized Deployment Need',
  'SOW Signed'
] as const satisfies readonly SalesActivity[];
export const useCases = [
  'AI Machine Learning and Analytics',
  'Big Data: Data Warehouse/Data Integration/ETL/Data Lake/BI',
  'Containers & Serverless',
  'Migration/Database Migration',
  'Monitoring & Observability',
  'Security & Compliance'
];
export const awsProducts = ['Amazon S3', 'Amazon EC2', 'Amazon EKS', 'Amazon RDS', 'AWS Lambda'];
export const lostReasons = [
  'Price',
  'Delay / Cancellation of Project',
  'Lost to Competitor - Other'
] as const satisfies readonly ClosedLostReason[];
export const segments = ['Enterprise', 'Mid-Market', 'SMB', 'Public Sector'];
export const problems = [
  'Queries over five years of order history take hours, so planners work with last week’s numbers and order too much.',
  'Three monitoring tools disagree about every incident; the team wants one view before it moves the core system to the cloud.',
  'The audit found data sets without an owner. Every table needs an owner, a purpose and a retention rule by the end of the quarter.',
  'Cloud costs grew by 40 percent in a year and nobody can say which team or customer causes them.',
  'Joining two acquired companies means matching 90,000 identities and taking away access that nobody needs any more.'
];
export const nextSteps = [
  'Security review with the customer’s platform team',
  'Present the results of the proof of concept',
  'Agree on the success criteria of the pilot',
  'Send the private offer after legal review',
  'Workshop with the AWS solutions architect'
];
export const reviewComments: Record<string, string> = {
  'Action Required':
    'Customer business problem does not describe how AWS can help. Please add the workload and the timeline.',
  Rejected:
    'This opportunity duplicates an existing AWS opportunity for the same customer and project.'
};
