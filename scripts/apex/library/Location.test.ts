import { run } from '../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Location.htm
test('should tell how far two places are apart', () => {
  const output = run(`
    Location paris = Location.newInstance(48.8566, 2.3522);
    Location london = Location.newInstance(51.5074, -0.1278);
    System.debug(paris.getLatitude() + ' ' + paris.longitude);
    System.debug(Math.round(Location.getDistance(paris, london, 'km')));
    System.debug(Math.round(paris.getDistance(london, 'mi')));
    try { paris.getDistance(london, 'ft'); } catch (IllegalArgumentException e) { System.debug(e.getMessage()); }`);

  expect(output).toEqual([
    '48.8566 2.3522',
    '344',
    '213',
    'Invalid distance unit: ft. Valid units: mi, km'
  ]);
});
