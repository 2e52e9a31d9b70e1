import { testLevels } from '../deploy/index.ts';
import type { DeployOptions, TestLevel } from '../deploy/index.ts';
import { flagOf, nodeOf, textOf, textsOf } from '../metadata/index.ts';
import type { XmlNode } from '../metadata/index.ts';
import { SoapFault } from './soapFault.ts';

/** What `deploy` is called with. @throws SoapFault */
export function deployInput(input: XmlNode): { zip: Buffer; options: DeployOptions } {
  const text = (textOf(input, 'ZipFile') ?? '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) {
    throw new SoapFault('UNKNOWN_EXCEPTION', 'ZipFile is no base-64 text');
  }
  const node = nodeOf(input, 'DeployOptions') ?? {};
  const runTests = textsOf(node, 'runTests');
  const options = {
    checkOnly: flagOf(node, 'checkOnly'),
    rollbackOnError: textOf(node, 'rollbackOnError') !== 'false',
    singlePackage: flagOf(node, 'singlePackage'),
    testLevel: levelOf(textOf(node, 'testLevel'), runTests),
    runTests
  };
  return { zip: Buffer.from(text, 'base64'), options };
}

function levelOf(text: string | undefined, runTests: readonly string[]): TestLevel {
  if (text === undefined) return runTests.length > 0 ? 'RunSpecifiedTests' : 'NoTestRun';
  const level = testLevels.find((each) => each === text);
  if (level !== undefined) return level;
  throw new SoapFault('UNKNOWN_EXCEPTION', `${text} is no test level`);
}
