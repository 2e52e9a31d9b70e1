import type { FieldDefinition, ObjectDefinition, PicklistValue } from '../../apex/index.ts';
import { nodesOf, textOf, type Component, type Project } from '../metadata/index.ts';
import { readValue } from './picklist.ts';

/** Standard value sets and the fields that use them. */
const valueSets: Readonly<Record<string, readonly string[]>> = {
  AccountType: ['Account.Type'],
  AccountRating: ['Account.Rating'],
  AccountOwnership: ['Account.Ownership'],
  CampaignStatus: ['Campaign.Status'],
  CampaignType: ['Campaign.Type'],
  CampaignMemberStatus: ['CampaignMember.Status'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseStatus: ['Case.Status'],
  CaseType: ['Case.Type'],
  ContactRole: ['OpportunityContactRole.Role'],
  ContractStatus: ['Contract.Status'],
  EventSubject: ['Event.Subject'],
  EventType: ['Event.Type'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  LeadSource: [
    'Lead.LeadSource',
    'Contact.LeadSource',
    'Opportunity.LeadSource',
    'Account.AccountSource'
  ],
  LeadStatus: ['Lead.Status'],
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  OrderStatus: ['Order.Status'],
  OrderType: ['Order.Type'],
  Product2Family: ['Product2.Family'],
  QuoteStatus: ['Quote.Status'],
  Salutation: ['Contact.Salutation', 'Lead.Salutation'],
  TaskPriority: ['Task.Priority'],
  TaskStatus: ['Task.Status'],
  TaskSubject: ['Task.Subject'],
  TaskType: ['Task.Type']
};

/** The standard fields of an object with the labels, help and values that the project gives them. */
export function customiseFields(object: ObjectDefinition, project: Project): FieldDefinition[] {
  const values = replacedValues(project);
  return [...object.fields.values()].map((field) => {
    const path = `${object.name}.${field.name}`;
    const picklistValues = values.get(path) ?? field.picklistValues;
    return { ...field, picklistValues, ...ownWords(project.component('CustomField', path)) };
  });
}

function ownWords(component: Component | undefined): Partial<FieldDefinition> {
  if (component === undefined) return {};
  const helpText = textOf(component.xml, 'inlineHelpText');
  return helpText === undefined ? {} : { helpText };
}

function replacedValues(project: Project): Map<string, PicklistValue[]> {
  const found = new Map<string, PicklistValue[]>();
  for (const { fullName, xml } of project.components('StandardValueSet'))
    for (const path of valueSets[fullName] ?? [])
      found.set(path, nodesOf(xml, 'standardValue').map(readValue));
  return found;
}
