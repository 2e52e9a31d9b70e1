export {
  acceptAws,
  associateAws,
  createAws,
  planReview,
  rejectAws,
  submitAws,
  updateAws
} from './aws/actions.ts';
export type { Action } from './aws/actions.ts';
export { completeTask, decide, decisions, decideReview, startReview } from './aws/events.ts';
export type { Decision } from './aws/events.ts';
export { involvementTypes, visibilities } from './aws/rules.ts';
export { isTaskRunning } from './aws/states.ts';
export {
  acceptAzure,
  answerReferral,
  createAzure,
  planAnswer,
  rejectAzure,
  updateAzure
} from './azure/actions.ts';
export { closedReasons } from './azure/columns.ts';
export { createOffer, withdrawOffer } from './offer/actions.ts';
export { moveRegistration, registrationEvents } from './azure/registration.ts';
export type { RegistrationEvent } from './azure/registration.ts';
export { azureColumnsOf } from './azure/states.ts';
export { change } from './change.ts';
export type { OpportunityChange } from './change.ts';
export type { SellingWrite } from './aws/selling.ts';
