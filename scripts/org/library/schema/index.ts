import { nativeEnum } from '../../../apex/index.ts';
import { displayTypes, soapTypes } from './enums.ts';
import { describeFieldResult, picklistEntry, sObjectField } from './fieldDescribe.ts';
import { fieldSetTypes } from './fieldSets.ts';
import {
  childRelationship,
  describeSObjectResult,
  recordTypeInfoType,
  sObjectType,
  sObjectTypeFields
} from './objectDescribe.ts';
import { schemaClass } from './schemaClass.ts';

/** Describe: objects, fields, picklists, record types. */
export const schemaTypes = [
  schemaClass,
  sObjectType,
  sObjectField,
  describeSObjectResult,
  describeFieldResult,
  sObjectTypeFields,
  childRelationship,
  recordTypeInfoType,
  picklistEntry,
  ...fieldSetTypes,
  displayTypes.type,
  soapTypes.type,
  nativeEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL'])
];
