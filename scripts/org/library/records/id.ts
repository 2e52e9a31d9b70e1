import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { objectOfId } from '../../../apex/library/index.ts';
import { objectToken, requireObject } from '../schema/tokens.ts';

/** What an Id tells of its record's object. */
export const idType = nativeClass('Id', {
  'Schema.SObjectType getSObjectType()': (context: ApexContext, self: string) =>
    objectToken(context.schema, requireObject(context, objectOfId(context, self)))
});
