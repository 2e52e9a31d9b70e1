import { namedId } from '../schema/index.ts';
import type { StoredRow } from '../store/types.ts';

/** A row that every org has from the first day. */
export interface SeedRow {
  readonly object: string;
  readonly row: StoredRow & { readonly Id: string };
}

/** `name|probability|category|closed|won` in the order of the sales process. */
const stages = [
  'Prospecting|10|Pipeline',
  'Qualification|10|Pipeline',
  'Needs Analysis|20|Pipeline',
  'Value Proposition|50|Pipeline',
  'Id. Decision Makers|60|Pipeline',
  'Perception Analysis|70|Pipeline',
  'Proposal/Price Quote|75|Pipeline',
  'Negotiation/Review|90|Pipeline',
  'Closed Won|100|Closed|closed|won',
  'Closed Lost|0|Omitted|closed'
];

function stageRow(text: string, index: number): SeedRow {
  const [name = '', probability = '0', category = '', closed, won] = text.split('|');
  return {
    object: 'OpportunityStage',
    row: {
      Id: namedId('01J', name),
      ApiName: name,
      MasterLabel: name,
      DefaultProbability: Number(probability),
      ForecastCategory: category === 'Closed' ? 'Closed' : category,
      ForecastCategoryName: category,
      IsActive: true,
      IsClosed: closed !== undefined,
      IsWon: won !== undefined,
      SortOrder: index + 1
    }
  };
}

interface StatusList {
  readonly object: string;
  readonly prefix: string;
  /** `*` marks the default, `!` a closed (converted) one. */
  readonly values: readonly string[];
}

const statuses: readonly StatusList[] = [
  { object: 'CaseStatus', prefix: '01O', values: ['*New', 'Working', 'Escalated', '!Closed'] },
  {
    object: 'TaskStatus',
    prefix: '01T',
    values: ['*Not Started', 'In Progress', '!Completed', 'Waiting on someone else', 'Deferred']
  },
  { object: 'TaskPriority', prefix: '01S', values: ['High', '*Normal', 'Low'] },
  {
    object: 'LeadStatus',
    prefix: '01M',
    values: ['*Open - Not Contacted', 'Working - Contacted', '!Closed - Converted']
  },
  {
    object: 'ContractStatus',
    prefix: '0R0',
    values: ['*Draft', 'In Approval Process', 'Activated']
  }
];

function statusRows({ object, prefix, values }: StatusList): SeedRow[] {
  return values.map((value, index) => {
    const name = value.replace(/^[*!]/, '');
    const closed = value.startsWith('!');
    return {
      object,
      row: {
        Id: namedId(prefix, name),
        ApiName: name,
        MasterLabel: name,
        IsDefault: value.startsWith('*'),
        IsClosed: closed,
        IsConverted: closed,
        IsHighPriority: name === 'High',
        SortOrder: index + 1
      }
    };
  });
}

/** `Test.getStandardPricebookId()` */
export const standardPricebookId: string = namedId('01s', 'Standard Price Book');

const pricebook: SeedRow = {
  object: 'Pricebook2',
  row: {
    Id: standardPricebookId,
    Name: 'Standard Price Book',
    IsActive: true,
    IsStandard: true,
    IsArchived: false
  }
};

const businessHours: SeedRow = {
  object: 'BusinessHours',
  row: {
    Id: namedId('01m', 'Default'),
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/Los_Angeles'
  }
};

/** Stages, statuses, business hours and the standard price book. */
export function standardRows(): SeedRow[] {
  return [...stages.map(stageRow), ...statuses.flatMap(statusRows), pricebook, businessHours];
}
