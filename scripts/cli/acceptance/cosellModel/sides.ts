import type { SyncedOrg } from '../syncedOrg.ts';
import { cloudRecords, userId } from './world.ts';
import type { Opportunity } from './world.ts';

/** One line for each record: what must be equal on both sides. */
export interface Sides {
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** Fields of Salesforce, and the columns of the cloud that they hold. */
const columns: Readonly<Record<'aws' | 'azure', Readonly<Record<string, string>>>> = {
  aws: {
    Cloud_Status__c: 'status',
    Stage__c: 'sale_stage',
    Title__c: 'partner_project_title',
    Next_Steps__c: 'next_step',
    Target_Close_Date__c: 'target_close_date',
    Customer_Business_Problem__c: 'project_description',
    Expected_Monthly_AWS_Revenue__c: 'expected_monthly_aws_revenue',
    Closed_Lost_Reason__c: 'closed_lost_reason'
  },
  azure: {
    Cloud_Status__c: 'sub_status',
    Referral_Status__c: 'status',
    Stage__c: 'sales_stage',
    Title__c: 'deal_name',
    Notes__c: 'notes',
    Deal_Value__c: 'deal_value',
    Status_Reason__c: 'status_reason'
  }
};

/** Both sides of every co-sell opportunity. */
export async function bothSides(real: SyncedOrg): Promise<Sides> {
  const there = cloudRecords(real).map(lineThere).sort();
  const here = await Promise.all(
    (['aws', 'azure'] as const).map((cloud) => linesHere(real, cloud))
  );
  return { here: here.flat().sort(), there };
}

function lineThere({ id, cloud, details }: Opportunity): string {
  const names = Object.values(columns[cloud === 'aws' ? 'aws' : 'azure']);
  return [id, ...names.map((name) => text(details[name]))].join(' | ');
}

async function linesHere({ org }: SyncedOrg, cloud: 'aws' | 'azure'): Promise<string[]> {
  const fields = Object.keys(columns[cloud]).join(', ');
  const soql = `SELECT Clazar_Id__c, ${fields} FROM Cosell_Opportunity__c WHERE Cloud__c = '${cloud}'`;
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(text).join(' | '));
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** Requests that are neither done nor given up, nor wait for a cloud that has their record locked: there must be none. */
export async function openRequests({ org }: SyncedOrg): Promise<string[]> {
  const record = 'Cosell_Opportunity__r';
  const soql = `SELECT Operation__c, Status__c, ${record}.Cloud_Status__c, Message__c FROM Clazar_Request__c
    WHERE Status__c IN ('Queued', 'Unknown') OR (Status__c = 'Waiting'
      AND ${record}.Cloud_Status__c NOT IN ('Submitted', 'In review') AND ${record}.Task_Status__c != 'IN_PROGRESS')`;
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(text).join(' | '));
}

/** Deals with more than one open co-sell with the same cloud: there must be none. */
export async function doubledDeals({ org }: SyncedOrg): Promise<string[]> {
  const soql = `SELECT Opportunity__r.Name, Cloud__c, COUNT(Id) FROM Cosell_Opportunity__c
    WHERE Opportunity__c != NULL AND Is_Open__c = TRUE
    GROUP BY Opportunity__r.Name, Cloud__c HAVING COUNT(Id) > 1`;
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(text).join(' | '));
}
