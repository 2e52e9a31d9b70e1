import { assertType } from './Assert.ts';
import { blobType } from './Blob.ts';
import { booleanType } from './Boolean.ts';
import { collatorType } from './Collator.ts';
import { cryptoType } from './Crypto.ts';
import { dateType } from './Date.ts';
import { datetimeType } from './Datetime.ts';
import { decimalType, roundingModeType } from './Decimal.ts';
import { doubleType } from './Double.ts';
import { encodingUtilType } from './EncodingUtil.ts';
import { exceptionTypes } from './exception/index.ts';
import { idType } from './Id.ts';
import { integerType } from './Integer.ts';
import { interfaceTypes } from './interfaces.ts';
import { jsonType } from './JSON.ts';
import { jsonGeneratorType } from './JSONGenerator.ts';
import { jsonParserType, jsonTokenType } from './JSONParser.ts';
import { listType } from './List.ts';
import { addressType } from './Address.ts';
import { locationType } from './Location.ts';
import { longType } from './Long.ts';
import { mapType } from './Map.ts';
import { mathType } from './Math.ts';
import type { NativeType } from './native.ts';
import { objectType } from './Object.ts';
import { matcherType, patternType } from './regex/index.ts';
import { setType } from './Set.ts';
import { stringType } from './String.ts';
import { timeType } from './Time.ts';
import { timeZoneType } from './TimeZone.ts';
import { typeType } from './Type.ts';
import { urlType } from './Url.ts';
import { uuidType } from './UUID.ts';
import { versionType } from './Version.ts';

/** The part of Apex's library that needs no org beneath it. */
export const coreLibrary: readonly NativeType[] = [
  objectType,
  stringType,
  integerType,
  longType,
  doubleType,
  decimalType,
  roundingModeType,
  mathType,
  booleanType,
  idType,
  dateType,
  datetimeType,
  timeType,
  timeZoneType,
  blobType,
  patternType,
  matcherType,
  listType,
  setType,
  mapType,
  ...interfaceTypes,
  ...exceptionTypes,
  jsonType,
  jsonParserType,
  jsonGeneratorType,
  jsonTokenType,
  encodingUtilType,
  cryptoType,
  urlType,
  typeType,
  assertType,
  uuidType,
  versionType,
  collatorType,
  locationType,
  addressType
];

export * from './assert/checks.ts';
export { ApexAddress } from './Address.ts';
export { ApexCollator } from './Collator.ts';
export { systemException } from './Exception.ts';
export { objectOfId } from './Id.ts';
export { deserialize, JsonWriter, readJson, toJson, untyped, writeValue } from './json/index.ts';
export { elementsOf } from './iteration.ts';
export { ApexLocation } from './Location.ts';
export * from './native.ts';
export { ApexMatcher, ApexPattern } from './regex/index.ts';
export { supportTable } from './support.ts';
export { ApexTimeZone } from './TimeZone.ts';
export { ApexUrl } from './Url.ts';
export type { UserSettings, UserSettingsHost } from './userSettings.ts';
export { ApexUuid } from './UUID.ts';
export { ApexVersion } from './Version.ts';
