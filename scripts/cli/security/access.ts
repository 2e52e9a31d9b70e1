import { administrator, localUserId } from '../../org/index.ts';
import { ifShown, unlessRefused } from './attack.ts';
import type { Threat } from './attack.ts';
import { systemFlow } from './systemFlow.ts';
import type { Intruder, Victim } from './victim.ts';

const data = '/services/data/v66.0';

async function idOf(victim: Victim, soql: string): Promise<string> {
  const { records } = await victim.product.org.query(localUserId(administrator.username), { soql });
  const id = records[0]?.values.get('Id');
  if (typeof id !== 'string') throw new Error(`Nothing is found by ${soql}`);
  return id;
}

function callApex(intruder: Intruder, name: string, parameters: object) {
  return intruder.send('POST', `/services/local/apex/${name}`, parameters);
}

/** Requests that reached Clazar and changed something there. */
function writes({ product }: Victim): number {
  const sent = product.sandbox.control.requests();
  return sent.filter(({ method, path }) => method !== 'GET' && path !== '/authenticate/').length;
}

function invitation(victim: Victim): Promise<string> {
  return idOf(
    victim,
    "SELECT Id FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' AND Status__c = 'Invited' LIMIT 1"
  );
}

const adminsOnly = [
  ['SyncController.start', { isFull: true }],
  ['SyncController.cancel', {}],
  ['SyncController.setSchedule', { timesPerHour: 4 }],
  ['SupportBundleController.read', { hasContents: true }]
] as const;

export const access: Threat = {
  name: 'Access beyond what was given',
  attacks: [
    {
      what: 'calls as a rep what only an admin may',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const found: string[] = [];
        for (const [name, parameters] of adminsOnly) {
          const seen = await callApex(rep, name, parameters);
          found.push(...unlessRefused(seen, 403, 500).map((won) => `${name}: ${won}`));
        }
        return found;
      }
    },
    {
      what: 'changes a synced record over REST as a rep',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const id = await idOf(victim, 'SELECT Id FROM Contract__c LIMIT 1');
        const path = `${data}/sobjects/Contract__c/${id}`;
        return unlessRefused(await rep.send('PATCH', path, { Status__c: 'Ended' }), 400, 403);
      }
    },
    {
      what: 'deletes a record as the integration user',
      attempt: async (victim) => {
        const integration = await victim.as('Clazar Salesforce Integration User');
        const id = await idOf(victim, 'SELECT Id FROM Buyer__c LIMIT 1');
        return unlessRefused(
          await integration.send('DELETE', `${data}/sobjects/Buyer__c/${id}`),
          400,
          403
        );
      }
    },
    {
      what: 'gives itself a permission set',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const set = await idOf(victim, "SELECT Id FROM PermissionSet WHERE Name = 'Clazar_Admin'");
        const body = { AssigneeId: rep.userId, PermissionSetId: set };
        return unlessRefused(
          await rep.send('POST', `${data}/sobjects/PermissionSetAssignment`, body),
          400,
          403,
          404
        );
      }
    },
    {
      what: "reads an opportunity that is somebody else's by its id",
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const id = await idOf(victim, 'SELECT Id FROM Opportunity LIMIT 1');
        return unlessRefused(await rep.send('GET', `${data}/ui-api/records/${id}`), 400, 403, 404);
      }
    },
    {
      what: "reads another user's form draft by its id",
      attempt: async (victim) => {
        const admin = localUserId(administrator.username);
        await victim.product.org.executeAnonymous(
          admin,
          "insert new Form_Draft__c(Key__c = 'mine', Values__c = '{}');"
        );
        const id = await idOf(victim, 'SELECT Id FROM Form_Draft__c LIMIT 1');
        const rep = await victim.as('Clazar User');
        return unlessRefused(
          await rep.send('GET', `${data}/sobjects/Form_Draft__c/${id}`),
          403,
          404
        );
      }
    },
    {
      what: 'accepts an invitation through a Flow without the permission to accept',
      attempt: async (victim) => {
        const before = writes(victim);
        const integration = await victim.as('Clazar Salesforce Integration User');
        const id = await invitation(victim);
        const path = `${data}/actions/custom/apex/AcceptAwsCosellOpportunity`;
        const body = { inputs: [{ cosellOpportunityId: id }] };
        const seen = await integration.send('POST', path, body);
        return [
          ...ifShown(seen, '"success":true'),
          ...(writes(victim) > before ? ['Clazar was asked to accept it'] : [])
        ];
      }
    },
    systemFlow(invitation, writes),
    {
      what: 'runs Apex of its own as a rep',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const apex = encodeURIComponent('delete [SELECT Id FROM Buyer__c];');
        const path = `${data}/tooling/executeAnonymous/?anonymousBody=${apex}`;
        return unlessRefused(await rep.send('GET', path), 400, 403, 404);
      }
    },
    {
      what: 'reads fields and custom settings that nobody gave it',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const queries = [
          'SELECT Payload__c FROM Sync_Issue__c',
          'SELECT Requests_Paused__c FROM Clazar_Settings__c'
        ];
        const found: string[] = [];
        for (const soql of queries) {
          const seen = await rep.send('GET', `${data}/query?q=${encodeURIComponent(soql)}`);
          if (seen.status === 200 && !seen.text.includes('"totalSize":0')) {
            found.push(`${soql}: ${seen.text.slice(0, 200)}`);
          }
        }
        return found;
      }
    }
  ]
};
