import type { SoapNode } from './envelope.ts';
import { result } from './soapService.ts';
import type { SoapCall, SoapOperations } from './soapService.ts';

/** What clients of the partner and enterprise API ask about the session itself. */
export const partnerOperations: SoapOperations = {
  namespace: 'urn:partner.soap.sforce.com',
  operations: {
    getUserInfo: async (call) => result(await userInfo(call)),
    getServerTimestamp: ({ service: { org } }) =>
      result({ timestamp: new Date(org.clock.now()).toISOString() })
  }
};

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_getuserinfo_getuserinforesult.htm */
export async function userInfo({
  service: { org },
  session
}: Pick<SoapCall, 'service' | 'session'>): Promise<SoapNode> {
  const user = await org.user(session.userId);
  return {
    organizationId: org.organizationId,
    organizationMultiCurrency: false,
    organizationName: 'Local Org',
    sessionSecondsValid: 7200,
    userDefaultCurrencyIsoCode: null,
    userEmail: user.username,
    userFullName: user.name,
    userId: session.userId,
    userLanguage: 'en_US',
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: 'Standard',
    userUiSkin: 'Theme3'
  };
}
