export type { ActionCall, ActionPort, ActionResult, FlowContext, LaterPath } from './context.ts';
export { accessModeOf } from './interview.ts';
export type { AccessMode } from './interview.ts';
export { loadFlows } from './library.ts';
export type { FlowLibrary, LoadedFlow } from './library.ts';
export type {
  ApexValue,
  Flow,
  FlowRecord,
  FlowSchedule,
  FlowValue,
  FlowVariable
} from './model.ts';
export { recordFlows } from './recordTriggered.ts';
export { runAutolaunched, runForEvents, runLaterPath, runScheduled } from './run.ts';
export type { FlowRunResult } from './run.ts';
