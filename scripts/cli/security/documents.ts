import { ifShown, unlessRefused } from './attack.ts';
import type { Threat } from './attack.ts';
import { callMetadata, deployFiles } from './soap.ts';
import type { Seen, Victim } from './victim.ts';

const fileEntity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`;
const manifest = `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Trap__c</members><name>CustomObject</name></types><version>66.0</version></Package>`;
const object =
  '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>&x;</label></CustomObject>';

/** The first line of a file that every machine has. */
const secret = 'root:x:0:0';

function won(seen: Seen): string[] {
  return [
    ...ifShown(seen, secret),
    ...(seen.text.includes('<status>Succeeded</status>') ? ['it was deployed'] : [])
  ];
}

function admin(victim: Victim): ReturnType<Victim['as']> {
  return victim.as('System Administrator');
}

export const documents: Threat = {
  name: 'Documents that bite',
  attacks: [
    {
      what: 'names a file of this machine in an XML entity of a SOAP call',
      attempt: async (victim) => {
        const call = { body: '<listMetadata>&x;</listMetadata>', prolog: fileEntity };
        const seen = await callMetadata(victim, await admin(victim), call);
        return [...unlessRefused(seen, 500), ...ifShown(seen, secret)];
      }
    },
    {
      what: 'sends XML whose entities grow a million times',
      attempt: async (victim) => {
        const call = { body: '<listMetadata>&c;</listMetadata>', prolog: laughs };
        return unlessRefused(await callMetadata(victim, await admin(victim), call), 500);
      }
    },
    {
      what: 'deploys metadata that names a file of this machine in an XML entity',
      attempt: async (victim) => {
        const files = { 'package.xml': manifest, 'objects/Trap__c.object': fileEntity + object };
        return won(await deployFiles(victim, await admin(victim), files));
      }
    },
    {
      what: 'deploys a zip with paths that lead out of it',
      attempt: async (victim) => {
        const found: string[] = [];
        for (const path of ['../../trap.cls', '/tmp/trap.cls', 'classes/../../../trap.cls']) {
          const files = { 'package.xml': manifest, [path]: 'public class trap {}' };
          found.push(...won(await deployFiles(victim, await admin(victim), files)));
        }
        return found;
      }
    },
    {
      what: 'deploys a zip of one megabyte that swells to a gigabyte',
      attempt: async (victim) => {
        const swelling = Object.fromEntries(
          Array.from({ length: 16 }, (_, index) => [
            `objects/Trap${String(index)}__c.object`,
            '0'.repeat(64 * 1024 * 1024)
          ])
        );
        const files = { 'package.xml': manifest, ...swelling };
        return won(await deployFiles(victim, await admin(victim), files));
      }
    }
  ]
};
