import type { Opportunity, Records } from '../records.ts';

const columns = {
  aws: {
    status: 'status',
    stage: 'sale_stage',
    title: 'partner_project_title',
    customer_company: 'customer_company_name',
    customer_website: 'customer_website',
    target_close_date: 'target_close_date',
    accept_by: 'accept_by',
    last_modified_at: 'last_modified_date'
  },
  azure: {
    status: 'status',
    stage: 'sales_stage',
    title: 'deal_name',
    customer_company: 'customer_company_name',
    customer_website: 'customer_website',
    accept_by: 'expiration_date_time',
    last_modified_at: 'updated_date_time'
  },
  gcp: {}
} as const;

/** An edited opportunity whose data set row says what its listed fields say. */
export function withColumns(edited: Records[keyof Records], fields: object): Opportunity {
  const record = edited as Opportunity;
  const shown = Object.entries(columns[record.cloud]).filter(
    ([field]) => Object.hasOwn(fields, field) || field === 'last_modified_at'
  );
  const values: Readonly<Record<string, unknown>> = record;
  const changes = Object.fromEntries(shown.map(([field, column]) => [column, values[field]]));
  const details = { ...record.details, ...changes } as Opportunity['details'];
  return { ...record, details };
}
