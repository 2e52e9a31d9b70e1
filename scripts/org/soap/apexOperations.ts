import { requireApexRights } from '../deploy/index.ts';
import { textOf } from '../metadata/index.ts';
import { element } from './envelope.ts';
import { result } from './soapService.ts';
import type { SoapOperations } from './soapService.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/sforce_api_calls_executeanonymous.htm */
export const apexOperations: SoapOperations = {
  namespace: 'http://soap.sforce.com/2006/08/apex',
  operations: {
    executeAnonymous: async ({ service, session, input }) => {
      await requireApexRights(service.org, session.userId);
      const text = textOf(input, 'apexcode') ?? textOf(input, 'String') ?? '';
      const { log, ...outcome } = await service.org.executeAnonymous(session.userId, text);
      return {
        ...result({ ...outcome }),
        header: element('DebuggingInfo', {
          '@_xmlns': 'http://soap.sforce.com/2006/08/apex',
          debugLog: log
        })
      };
    }
  }
};
