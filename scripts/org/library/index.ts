import { asyncOptionTypes } from './async/asyncOptions.ts';
import { contextTypes } from './async/contexts.ts';
import { databaseTypes } from './database/index.ts';
import { httpTypes } from './http/index.ts';
import { messagingTypes } from './messaging/email.ts';
import { eventTypes } from './messaging/events.ts';
import { inboundTypes } from './messaging/inbound.ts';
import { customMetadata, customSetting } from './records/customData.ts';
import { idType } from './records/id.ts';
import { aggregateResult, sObject } from './records/sObject.ts';
import { schemaTypes } from './schema/index.ts';
import { approvalTypes } from './system/approvals.ts';
import { auraHandledException } from './system/auraHandled.ts';
import { cacheTypes } from './system/cache.ts';
import { loggingLevel } from './system/debug.ts';
import { featureManagement } from './system/features.ts';
import { interviewType } from './system/interview.ts';
import { invocableTypes } from './system/invocable.ts';
import { limitTypes } from './system/limits.ts';
import { restTypes } from './system/rest.ts';
import { searchTypes } from './system/search.ts';
import { securityTypes } from './system/security.ts';
import { systemTypes } from './system/system.ts';
import { orgUrlType } from './system/url.ts';
import { userInfo } from './system/userInfo.ts';
import { testTypes } from './testing/test.ts';
import type { NativeType } from '../../apex/index.ts';

export { finalizerContext, jobContext } from './async/contexts.ts';
export { PlatformObject } from './platformObject.ts';
export { tokenOf } from './schema/tokens.ts';
export type { FieldToken, ObjectToken } from './schema/tokens.ts';
export { newRestRequest, newRestResponse } from './system/rest.ts';

/** The part of Apex's library that needs an org beneath it, beside the language's own types. */
export const platformLibrary: readonly NativeType[] = [
  sObject,
  aggregateResult,
  idType,
  auraHandledException,
  customMetadata,
  customSetting,
  ...schemaTypes,
  ...databaseTypes,
  ...httpTypes,
  ...systemTypes,
  loggingLevel,
  userInfo,
  featureManagement,
  ...limitTypes,
  ...approvalTypes,
  ...searchTypes,
  orgUrlType,
  ...securityTypes,
  ...cacheTypes,
  ...restTypes,
  ...messagingTypes,
  ...eventTypes,
  ...inboundTypes,
  ...invocableTypes,
  interviewType,
  ...asyncOptionTypes,
  ...contextTypes,
  ...testTypes
];
