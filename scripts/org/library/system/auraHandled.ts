import { nativeException } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import type { ApexException } from '../../../apex/runtime/index.ts';
import { defaultMessage } from '../../../apex/runtime/index.ts';

/**
 * The component gets the text that the exception was made with; Apex sees it only after `setMessage`.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AuraHandledException.htm
 */
export const auraHandledException = nativeException('AuraHandledException', {
  'String getMessage()': (_context: ApexContext, { details }: ApexException) =>
    details['message'] ?? defaultMessage,
  'void setMessage(String message)': (
    _context: ApexContext,
    self: ApexException,
    message: string
  ) => {
    self.details['message'] = message;
    self.text = message;
  }
});
