import { loadMetadataTypes } from './metadataTypes.ts';
import { validateMetadata } from './validateMetadata.ts';

const types = loadMetadataTypes();
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function field(content: string): string {
  return `${head}<CustomField ${namespace}>\n${content}\n</CustomField>`;
}

function problemsOf(text: string): string[] {
  return validateMetadata(text, types).map(({ line, message }) => `${String(line)}: ${message}`);
}

describe('validateMetadata', () => {
  test('should accept a well-formed field', () => {
    const text = field('<fullName>A__c</fullName>\n<label>A</label>\n<type>Text</type>');

    expect(problemsOf(text)).toEqual([]);
  });

  test('should name an unknown element with its line', () => {
    const text = field('<fullName>A__c</fullName>\n<lable>A</lable>\n<type>Text</type>');

    expect(problemsOf(text)).toEqual(['4: CustomField has no element <lable>.']);
  });

  test('should name the values that an element may have', () => {
    const text = field('<fullName>A__c</fullName>\n<type>Txt</type>');

    expect(problemsOf(text)[0]).toMatch(/^4: <type> is "Txt", but needs one of /);
  });

  test.each([
    ['<required>yes</required>', '4: <required> is "yes", but needs true or false.'],
    ['<length>ten</length>', '4: <length> is "ten", but needs a number.']
  ])('should refuse %s', (content, expected) => {
    const text = field(`<fullName>A__c</fullName>\n${content}\n<type>Text</type>`);

    expect(problemsOf(text)).toEqual([expected]);
  });

  test('should refuse an element that may stand only once', () => {
    const text = field(
      '<fullName>A__c</fullName>\n<label>A</label>\n<label>B</label>\n<type>Text</type>'
    );

    expect(problemsOf(text)).toEqual(['5: <label> may stand only once.']);
  });

  test('should refuse list elements that are scattered', () => {
    const permission = (name: string): string =>
      `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`;
    const text = `${head}<PermissionSet ${namespace}>\n${permission('A')}\n<label>L</label>\n${permission('B')}\n</PermissionSet>`;

    expect(problemsOf(text)).toEqual(['5: All <classAccesses> elements must stand together.']);
  });

  test('should name a required element that is missing inside another', () => {
    const text = `${head}<PermissionSet ${namespace}>\n<label>L</label>\n<tabSettings>\n<tab>T</tab>\n</tabSettings>\n</PermissionSet>`;

    expect(problemsOf(text)).toEqual(['4: <tabSettings> needs <visibility>.']);
  });

  test('should say where a document stops being well-formed', () => {
    const text = field('<fullName>A__c</fullName>\n<label>A');

    expect(problemsOf(text)[0]).toMatch(/^5: /);
  });

  test('should refuse a root that is no metadata type', () => {
    expect(problemsOf(`${head}<CustomFeld ${namespace}/>`)).toEqual([
      '2: CustomFeld is not a metadata type.'
    ]);
  });

  test('should ask for the Metadata API namespace', () => {
    const text = `${head}<CustomTab><motif>Custom1: Heart</motif></CustomTab>`;

    expect(problemsOf(text)[0]).toMatch(/needs xmlns=/);
  });
});
