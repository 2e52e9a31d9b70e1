import { mayChangePassword } from '../auth/index.ts';
import { textOf } from '../metadata/index.ts';
import type { SoapNode } from './envelope.ts';
import { SoapFault } from './soapFault.ts';
import { result } from './soapService.ts';
import type { SoapCall, SoapOperations } from './soapService.ts';

/** What clients of the partner and enterprise API ask about the session itself. */
export const partnerOperations: SoapOperations = {
  namespace: 'urn:partner.soap.sforce.com',
  operations: {
    getUserInfo: async (call) => result(await userInfo(call)),
    setPassword: async (call) => {
      const userId = await passwordOwner(call);
      await call.accounts.setPassword(userId, textOf(call.input, 'password') ?? '');
      return result({});
    },
    resetPassword: async (call) =>
      result({ password: await call.accounts.resetPassword(await passwordOwner(call)) }),
    getServerTimestamp: ({ service: { org } }) =>
      result({ timestamp: new Date(org.clock.now()).toISOString() })
  }
};

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_setpassword.htm */
async function passwordOwner({ service, session, input }: SoapCall): Promise<string> {
  const target = textOf(input, 'userId') ?? '';
  const policy = await service.org.policy(session.userId);
  if (mayChangePassword(policy, session.userId, target)) return target;
  throw new SoapFault('INSUFFICIENT_ACCESS', 'You may not change the password of this user.');
}

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
