import type { Member } from './make.ts';

/** Where a child has several references to one parent, or only an open one, which of them the relationship follows. */
const fieldsByRelationship: Readonly<Record<string, string>> = {
  Tasks: 'WhatId',
  Events: 'WhatId',
  Attachments: 'ParentId',
  Notes: 'ParentId',
  ContentDocumentLinks: 'LinkedEntityId',
  Emails: 'ParentId',
  EmailMessages: 'ParentId',
  ListEmails: 'RelatedToId',
  ChildAccounts: 'ParentId',
  ChildCampaigns: 'ParentId',
  GroupMembers: 'GroupId',
  ReportsTo: 'ReportsToId',
  ManagedUsers: 'ManagerId',
  PermissionSetAssignments: 'AssigneeId',
  Assignments: 'PermissionSetId',
  Quotes: 'OpportunityId',
  AllContactReports: 'ReportsToId',
  Particles: 'EntityDefinitionId'
};

const whoObjects = ['Contact', 'Lead'];

function fieldOf(parent: string, relationship: string, child: readonly Member[]): string | undefined {
  if (whoObjects.includes(parent) && ['Tasks', 'Events'].includes(relationship)) return 'WhoId';
  const known = fieldsByRelationship[relationship];
  if (known !== undefined && child.some((member) => member.name === known)) return known;
  return ownField(parent, child) ?? onlyField(parent, child) ?? openField(child);
}

function ownField(parent: string, child: readonly Member[]): string | undefined {
  const own = `${parent}Id`;
  return child.some((member) => member.name === own) ? own : undefined;
}

function onlyField(parent: string, child: readonly Member[]): string | undefined {
  const [first, ...others] = child.filter((member) => !member.list && member.type === parent);
  return first === undefined || others.length > 0 ? undefined : `${first.name}Id`;
}

function openField(child: readonly Member[]): string | undefined {
  return child.some((member) => member.name === 'ParentId') ? 'ParentId' : undefined;
}

/** The child relationships of one object, `Contacts:Contact.AccountId …`, among the objects of the catalogue. */
export function childRelationships(
  parent: string,
  members: ReadonlyMap<string, readonly Member[]>
): string {
  return (members.get(parent) ?? [])
    .filter((member) => member.list && members.has(member.type))
    .map((member) => {
      const field = fieldOf(parent, member.name, members.get(member.type) ?? []);
      return field === undefined ? '' : `${member.name}:${member.type}.${field}`;
    })
    .filter((text) => text !== '')
    .join(' ');
}
