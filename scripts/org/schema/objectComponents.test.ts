import { testProject } from '../metadata/testing/project.ts';
import { assignedCompactLayout, componentsOf } from './objectComponents.ts';
import type { ObjectPlace } from './objectComponents.ts';
import { createSchema } from './schema.ts';

function placeOf(assignment: string, namespace?: string): ObjectPlace {
  const project = testProject(
    {
      'CustomObject Box__c': `<label>Box</label><pluralLabel>Boxes</pluralLabel>
        <nameField><label>Name</label><type>Text</type></nameField>${assignment}`,
      'CompactLayout Box__c.Long': '<label>Long</label>',
      'CompactLayout Box__c.Short': '<label>Short</label>',
      'CompactLayout Account.Short': '<label>Another</label>'
    },
    namespace
  );
  const schema = createSchema(project);
  const object = schema.object('Box__c');
  if (object === undefined) throw new Error('There is no box.');
  return { project, schema, object };
}

test.each([undefined, 'acme'])(
  'should find what belongs to an object, with the namespace %s',
  (namespace) => {
    const found = componentsOf(placeOf('', namespace), 'CompactLayout');

    expect(found.map(({ fullName }) => fullName)).toEqual(['Box__c.Long', 'Box__c.Short']);
  }
);

test.each([undefined, 'acme'])(
  'should find the compact layout that an object names, with the namespace %s',
  (namespace) => {
    const place = placeOf('<compactLayoutAssignment>Short</compactLayoutAssignment>', namespace);

    expect(assignedCompactLayout(place)?.fullName).toBe('Box__c.Short');
  }
);

test.each(['', '<compactLayoutAssignment>SYSTEM</compactLayoutAssignment>'])(
  'should find none where the object names none: %s',
  (assignment) => {
    expect(assignedCompactLayout(placeOf(assignment))).toBeUndefined();
  }
);
