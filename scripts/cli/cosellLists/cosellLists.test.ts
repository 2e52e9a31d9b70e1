import { basename } from 'node:path';

import { awsLists, listFiles } from './index.ts';
import { withOffered, withValues } from './picklistXml.ts';

describe('The lists of co-sell opportunities', () => {
  test.each(listFiles().map((file) => [basename(file.path), file] as const))(
    'should be AWS’s own in %s',
    (_, { current, wanted }) => {
      expect(current).toBe(wanted);
    }
  );

  test('should be found in AWS’s SDK', () => {
    const sizes = Object.values(awsLists).map((values) => values.length);

    expect(Math.min(...sizes)).toBeGreaterThan(1);
  });
});

describe('A list that AWS has changed', () => {
  const field = listFiles().find(({ path }) => path.endsWith('Visibility__c.field-meta.xml'));
  const xml = field?.current ?? '';

  test('should take a new value after those that are there', () => {
    const changed = withValues(xml, 'Visibility__c', ['Full & free', 'Limited', 'Full']);

    const names = [...changed.matchAll(/<label>(.*)<\/label>/g)].map(([, name]) => name);
    expect(names).toEqual(['Visibility', 'Full', 'Limited', 'Full &amp; free']);
  });

  test('should lose a value that AWS no longer has', () => {
    expect(withValues(xml, 'Visibility__c', ['Full'])).not.toContain('Limited');
  });

  test('should offer a value in the record type as the Metadata API encodes it', () => {
    const before = `    <picklistValues>
        <picklist>Reason__c</picklist>
        <values>
            <fullName>Old</fullName>
        </values>
    </picklistValues>
`;

    expect(withOffered(before, 'Reason__c', ['Delay / *Other'])).toContain(
      '<fullName>Delay %2F %2AOther</fullName>'
    );
  });
});
