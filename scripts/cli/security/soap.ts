import { setTimeout as pause } from 'node:timers/promises';
import type { Intruder, Seen, Victim } from './victim.ts';
import { zipOf } from './zip.ts';

/** The session's id, which SOAP takes in its header. */
function sessionOf({ cookie }: Intruder): string {
  return decodeURIComponent(cookie.split('=').slice(1).join('='));
}

/** Sends a body to the Metadata API in somebody's name. `prolog` stands before the envelope. */
export function callMetadata(
  victim: Victim,
  intruder: Intruder,
  { body, prolog = '' }: { body: string; prolog?: string }
): Promise<Seen> {
  const header = `<SessionHeader xmlns="http://soap.sforce.com/2006/04/metadata"><sessionId>${sessionOf(intruder)}</sessionId></SessionHeader>`;
  const envelope = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return victim.request('/services/Soap/m/66.0', {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: prolog + envelope
  });
}

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Deploys files by path and waits for the end. @returns the last answer */
export async function deployFiles(
  victim: Victim,
  intruder: Intruder,
  files: Readonly<Record<string, string>>
): Promise<Seen> {
  const zip = zipOf(files).toString('base64');
  const options =
    '<DeployOptions><rollbackOnError>true</rollbackOnError><singlePackage>true</singlePackage></DeployOptions>';
  const body = `<deploy ${namespace}><ZipFile>${zip}</ZipFile>${options}</deploy>`;
  const begun = await callMetadata(victim, intruder, { body });
  const [, id] = /<id>(\w+)<\/id>/.exec(begun.text) ?? [];
  return id === undefined ? begun : ended(victim, intruder, id);
}

async function ended(victim: Victim, intruder: Intruder, id: string): Promise<Seen> {
  const body = `<checkDeployStatus ${namespace}><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`;
  for (;;) {
    const seen = await callMetadata(victim, intruder, { body });
    if (seen.status !== 200 || seen.text.includes('<done>true</done>')) return seen;
    await pause(50);
  }
}
