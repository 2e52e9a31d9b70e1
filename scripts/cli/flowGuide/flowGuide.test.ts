import { actionIn, flowActions } from './actions.ts';
import { costsIn } from './costs.ts';
import { explanations } from './explanations.ts';
import { committedGuide, guide } from './index.ts';

test('should have every action with its inputs, outputs and errors exactly as the code has them', async () => {
  const page = committedGuide();

  expect(page).toBe(await guide(page));
});

test('should name every input and output of every action', () => {
  const page = committedGuide();
  const words = flowActions().flatMap(({ inputs, outputs }) =>
    [...inputs, ...outputs].map(({ label }) => label)
  );

  expect(words.length).toBeGreaterThan(150);
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});

test('should describe every action and every variable in the code itself', () => {
  const nameless = flowActions().flatMap(({ className, label, description, inputs, outputs }) => [
    ...(label && description ? [] : [className]),
    ...[...inputs, ...outputs]
      .filter((variable) => variable.label === '' || variable.description === '')
      .map(({ name }) => `${className}.${name}`)
  ]);

  expect(nameless).toEqual([]);
});

test('should explain no action that is not there', () => {
  const known = flowActions().map(({ className }) => className);

  expect(Object.keys(explanations).sort()).toEqual([...known].sort());
});

test('should read quotes and required inputs', () => {
  const source = `global class Greet {
    @InvocableMethod(
        label='Greet'
        description='Says a customer\\'s name'
    )
    global static void run() {}
    global class Request {
        @InvocableVariable(label='Name' description='Whom' required=true)
        global String name;
    }
    global class Result {
        @InvocableVariable(label='Done' description='Whether')
        global Boolean done;
    }
}`;

  expect(actionIn(source)).toMatchObject({
    description: "Says a customer's name",
    inputs: [{ name: 'name', type: 'String', isRequired: true }],
    outputs: [{ name: 'done', isRequired: false }]
  });
  expect(() => actionIn('global class Empty {}')).toThrow(/no global class Request/);
});

test('should want figures of what actions cost', () => {
  const source = "'Accept AWS' => new List<Integer>{ 6, 2, 50, 249 }";

  expect(costsIn(source)).toEqual([{ action: 'Accept AWS', figures: ['6', '2', '50', '249'] }]);
  expect(() => costsIn('')).toThrow(/no figures/);
});

test('should keep its text when it has no place for what is made', async () => {
  await expect(guide('# Flow guide')).rejects.toThrow(/no place for its tables/);
});
