import { runExamples } from './testing/examples.ts';

// SOSL: the reference's examples, over these records.

const site = 'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl';
const people = `insert new Account(Name = 'Acme Joe', Phone = '415 555 0100');
  insert new List<Contact>{ new Contact(FirstName = 'Joe', LastName = 'Smith', Email = 'joe@acme.com'), new Contact(FirstName = 'Joanna', LastName = 'Jones') };
  insert new Lead(LastName = 'Smith', Company = 'Joe and Sons');
  `;
const sizes = `for (List<SObject> each : found) System.debug(each.size());`;

runExamples(site, [
  {
    page: 'sforce_api_calls_sosl_examples',
    title: 'looking for a name everywhere, returning names and phones',
    apex: `${people}List<List<SObject>> found = [FIND 'Joe' IN ALL FIELDS RETURNING Contact(Name), Lead(Name), Account(Name)]; ${sizes}`,
    says: ['1', '1', '1']
  },
  {
    page: 'sforce_api_calls_sosl_examples',
    title: 'in name fields only',
    apex: `${people}List<List<SObject>> found = [FIND 'Joe' IN NAME FIELDS RETURNING Contact, Lead]; ${sizes}`,
    says: ['1', '0']
  },
  {
    page: 'sforce_api_calls_sosl_examples',
    title: 'in e-mail fields',
    apex: `${people}List<List<SObject>> found = [FIND 'joe@acme.com' IN EMAIL FIELDS RETURNING Contact(Email)];
      System.debug(((Contact) found[0][0]).Email);`,
    says: ['joe@acme.com']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'wildcards: * in the middle or at the end',
    apex: `${people}List<List<SObject>> found = [FIND 'Jo*' IN ALL FIELDS RETURNING Contact]; ${sizes}`,
    says: ['2']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'wildcards: ? stands for one character',
    apex: `${people}List<List<SObject>> found = [FIND 'J?e' IN ALL FIELDS RETURNING Contact]; ${sizes}`,
    says: ['1']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'operators: OR and AND',
    apex: `${people}List<List<SObject>> found = [FIND 'Joe OR Jones' IN ALL FIELDS RETURNING Contact]; ${sizes}
      found = [FIND 'Joe AND Jones' IN ALL FIELDS RETURNING Contact]; ${sizes}`,
    says: ['2', '0']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'operators: AND NOT',
    apex: `${people}List<List<SObject>> found = [FIND 'Smith AND NOT Joe' IN ALL FIELDS RETURNING Contact]; ${sizes}`,
    says: ['0']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'a phrase in quotes',
    apex: `${people}List<List<SObject>> found = [FIND '"Joe and Sons"' IN ALL FIELDS RETURNING Lead]; ${sizes}`,
    says: ['1']
  },
  {
    page: 'sforce_api_calls_sosl_returning',
    title: 'with a condition, an order and a limit',
    apex: `${people}List<List<SObject>> found = [FIND 'Jo*' IN ALL FIELDS RETURNING Contact(FirstName, LastName WHERE LastName != 'x' ORDER BY LastName LIMIT 1)];
      System.debug(((Contact) found[0][0]).LastName);`,
    says: ['Jones']
  },
  {
    page: 'sforce_api_calls_sosl_limit',
    title: 'a limit for all objects together',
    apex: `${people}List<List<SObject>> found = [FIND 'Jo*' IN ALL FIELDS RETURNING Contact, Lead LIMIT 2];
      System.debug(found[0].size() + found[1].size());`,
    says: ['2']
  },
  {
    page: 'sforce_api_calls_sosl_find',
    title: 'a search made at run time',
    apex: `${people}List<List<SObject>> found = Search.query('FIND \\'Joanna\\' RETURNING Contact(Id)'); ${sizes}`,
    says: ['1']
  },
  {
    page: 'sforce_api_calls_sosl_syntax',
    title: 'a search that is no search',
    apex: `Search.query('FIND');`,
    says: [/^System\.SearchException: /]
  }
]);
