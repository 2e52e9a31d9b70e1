const created = 'System Information: CreatedById= | LastModifiedById=';
const description = 'Description Information: Description';

/**
 * The page layouts that a new org has for its standard objects, without links and empty sections:
 * `heading: left column | right column`; `!` is required on the layout, `=` only read.
 */
export const standardLayouts: Readonly<Record<string, readonly string[]>> = {
  Account: [
    'Account Information: OwnerId Name! ParentId AccountNumber Site Type Industry AnnualRevenue | Rating Phone Fax Website TickerSymbol Ownership NumberOfEmployees Sic',
    'Address Information: BillingAddress | ShippingAddress',
    created,
    description
  ],
  Contact: [
    'Contact Information: OwnerId Name! AccountId Title Department Birthdate ReportsToId LeadSource | Phone HomePhone MobilePhone OtherPhone Fax Email AssistantName AssistantPhone',
    'Address Information: MailingAddress | OtherAddress',
    created,
    description
  ],
  Lead: [
    'Lead Information: OwnerId Name! Company! Title LeadSource CampaignId Industry AnnualRevenue | Phone MobilePhone Fax Email Website Status! Rating NumberOfEmployees',
    'Address Information: Address |',
    created,
    description
  ],
  Opportunity: [
    'Opportunity Information: OwnerId IsPrivate Name! AccountId Type LeadSource | Amount ExpectedRevenue= CloseDate! NextStep StageName! Probability CampaignId',
    created,
    description
  ],
  Case: [
    'Case Information: OwnerId CaseNumber= ContactId AccountId= Type Reason | Status! Priority ContactPhone= ContactEmail= Origin!',
    'Web Information: SuppliedEmail= SuppliedName= CreatedDate= | SuppliedCompany= SuppliedPhone= ClosedDate=',
    created,
    'Description Information: Subject Description Comments'
  ],
  Campaign: [
    'Campaign Information: OwnerId Name! IsActive Type Status StartDate EndDate ExpectedRevenue BudgetedCost ActualCost ExpectedResponse NumberSent ParentId | NumberOfLeads= NumberOfConvertedLeads= NumberOfContacts= NumberOfResponses= NumberOfOpportunities= NumberOfWonOpportunities= AmountAllOpportunities= AmountWonOpportunities=',
    created,
    description
  ],
  Contract: [
    'Contract Information: Pricebook2Id OwnerId ContractNumber= AccountId! CustomerSignedId CustomerSignedTitle CustomerSignedDate | Status! StartDate! EndDate= ContractTerm! OwnerExpirationNotice CompanySignedId CompanySignedDate',
    'Address Information: BillingAddress |',
    'System Information: ActivatedById= CreatedById= | ActivatedDate= LastModifiedById=',
    'Description Information: SpecialTerms Description'
  ],
  Order: [
    'Order Information: OwnerId OrderNumber= AccountId! EffectiveDate! CustomerAuthorizedById CompanyAuthorizedById BillingAddress ActivatedById= | ContractId! TotalAmount= Type Status! ShippingAddress ActivatedDate=',
    created,
    description
  ],
  OrderItem: [
    'Product Information: OrderId! Product2Id= ProductCode= ListPrice= UnitPrice! Quantity! | TotalPrice=',
    created,
    description
  ],
  OpportunityLineItem: [
    'Product Information: OpportunityId! Product2Id! ProductCode= ListPrice= UnitPrice! Quantity! | ServiceDate TotalPrice=',
    created,
    description
  ],
  Quote: [
    'Quote Information: QuoteNumber= Name! OpportunityId! AccountId= | ExpirationDate Status Description',
    'Totals: Subtotal= Discount= TotalPrice= | Tax ShippingHandling GrandTotal=',
    'Prepared For: ContactId Phone | Email Fax',
    'Address Information: BillingName BillingAddress QuoteToName QuoteToAddress | ShippingName ShippingAddress AdditionalName AdditionalAddress',
    created
  ],
  QuoteLineItem: [
    'Quote Line Item Detail: LineNumber= Product2Id! ListPrice= UnitPrice! Quantity! | ServiceDate Subtotal= Discount TotalPrice=',
    created,
    description
  ],
  Product2: ['Product Information: Name! ProductCode | IsActive Family', created, description],
  Pricebook2: ['Price Book Information: Name! Description | IsActive IsStandard=', created],
  PricebookEntry: [
    'Price Book Entry Information: Product2Id! Pricebook2Id! UnitPrice! UseStandardPrice | IsActive ProductCode=',
    created
  ],
  Asset: [
    'Asset Information: Name! Product2Id ProductCode= SerialNumber InstallDate Status Quantity Price | AccountId ContactId IsCompetitorProduct PurchaseDate UsageEndDate',
    created,
    description
  ],
  Task: [
    'Task Information: OwnerId! Subject! ActivityDate Priority! | Status! WhoId WhatId',
    created,
    description
  ],
  Event: [
    'Calendar Event Details: OwnerId! Subject! WhoId WhatId | Location StartDateTime! EndDateTime! IsAllDayEvent',
    created,
    description
  ],
  User: [
    'General Information: Name! Alias! Email! Username! CommunityNickname! Title CompanyName Department Division | UserRoleId ProfileId! IsActive ManagerId Phone MobilePhone EmployeeNumber',
    'Locale Settings: TimeZoneSidKey! LocaleSidKey! | LanguageLocaleKey! EmailEncodingKey!',
    created
  ],
  ContentVersion: ['Content Version: Title! Description |']
};

/** The fields in the highlights of a new org's records. */
export const standardCompactLayouts: Readonly<Record<string, string>> = {
  Account: 'Name Type Phone Website OwnerId Site Industry',
  Campaign: 'Name Type Status StartDate EndDate',
  Case: 'Subject Priority Status CaseNumber',
  Contact: 'Name Title AccountId Phone Email OwnerId',
  Contract: 'ContractNumber AccountId Status StartDate EndDate',
  Event: 'Subject StartDateTime EndDateTime WhoId WhatId Location',
  Lead: 'Name Title Company Phone Email',
  Opportunity: 'Name AccountId CloseDate Amount OwnerId',
  Order: 'OrderNumber AccountId Status EffectiveDate TotalAmount',
  Product2: 'Name ProductCode Family',
  Quote: 'Name QuoteNumber ExpirationDate IsSyncing OpportunityId AccountId',
  Task: 'Subject WhoId WhatId ActivityDate Status',
  User: 'Name Title ManagerId Phone Email'
};
