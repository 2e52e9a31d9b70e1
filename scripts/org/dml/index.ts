export { executeDml } from './execute.ts';
export { convertLeads } from './leads/convertLeads.ts';
export type { LeadConversion, LeadConversionRequest, LeadConversionResult } from './leads/types.ts';
export { createObjectPlans } from './plan.ts';
export type { ObjectPlan, ObjectPlans } from './plan.ts';
export { TriggerFailure } from './ports.ts';
export type {
  DmlContext,
  DmlLimits,
  DmlOrigin,
  EventPort,
  FormulaRulesPort,
  RecordAccessPort,
  RecordFlowPort,
  SaveKind,
  TriggerPort,
  TriggerRecord,
  ValidationRule
} from './ports.ts';
export { DmlRequestError } from './problem.ts';
export { createDmlTransaction } from './transaction.ts';
export type { DmlTransaction } from './transaction.ts';
export type { DmlError, DmlRecord, DmlRequest, DmlResult } from './types.ts';
export { longId } from './convert.ts';
