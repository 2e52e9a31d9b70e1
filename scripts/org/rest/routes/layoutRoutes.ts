import type { ObjectDefinition } from '../../../apex/index.ts';
import { textOf, textsOf } from '../../metadata/index.ts';
import type { Component } from '../../metadata/index.ts';
import { assignedCompactLayout, componentsOf, namedId } from '../../schema/index.ts';
import type { ObjectPlace } from '../../schema/index.ts';
import { visibleObject } from './describeRoutes.ts';
import { ok } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/**
 * Compact layouts and quick actions of the project. Whole layouts are the UI API's:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-compactlayouts.html
 */
export const layoutRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sobjects/:object/describe/compactLayouts',
    handle: async (call) => ok(compactLayouts(call, await visibleObject(call)))
  },
  {
    method: 'GET',
    path: '/sobjects/:object/describe/approvalLayouts',
    handle: async (call) => {
      await visibleObject(call);
      return ok({ approvalLayouts: [] });
    }
  },
  {
    method: 'GET',
    path: '/sobjects/:object/quickActions',
    handle: async (call) => quickActions(call, await visibleObject(call))
  },
  {
    method: 'GET',
    path: '/quickActions',
    handle: (call) => Promise.resolve(quickActions(call, undefined))
  }
];

function compactLayouts({ org }: RestCall, object: ObjectDefinition): object {
  const place = { project: org.project, schema: org.schema, object };
  const main = assignedCompactLayout(place);
  const mainId = main === undefined ? null : namedId('0AH', main.fullName);
  return {
    compactLayouts: componentsOf(place, 'CompactLayout').map((layout) =>
      compactLayout(place, layout)
    ),
    defaultCompactLayoutId: mainId,
    recordTypeCompactLayoutMappings: [
      { available: true, compactLayoutId: mainId, recordTypeId: '012000000000000AAA' }
    ]
  };
}

function compactLayout({ schema, object }: ObjectPlace, { fullName, xml }: Component): object {
  const name = fullName.slice(fullName.indexOf('.') + 1);
  return {
    id: namedId('0AH', fullName),
    name,
    label: textOf(xml, 'label') ?? name,
    objectType: object.name,
    actions: [],
    imageItems: [],
    fieldItems: textsOf(xml, 'fields').map((text) => {
      const field = schema.field(object, text) ?? { name: text, label: text };
      return {
        editable: false,
        required: false,
        placeholder: false,
        label: field.label,
        layoutComponents: [{ displayLines: 1, tabOrder: 1, type: 'Field', value: field.name }]
      };
    })
  };
}

/** @param object undefined for the global ones */
function quickActions(call: RestCall, object: ObjectDefinition | undefined): RestAnswer {
  const { org, version } = call;
  const all = org.project.components('QuickAction');
  const own =
    object === undefined
      ? all.filter(({ fullName }) => !fullName.includes('.'))
      : componentsOf({ project: org.project, schema: org.schema, object }, 'QuickAction');
  const base = `/services/data/v${version}`;
  const place = object === undefined ? base : `${base}/sobjects/${object.name}`;
  return ok(
    own.map(({ fullName, xml }) => ({
      name: fullName,
      label: textOf(xml, 'label') ?? fullName,
      type: textOf(xml, 'type') ?? '',
      urls: { quickAction: `${place}/quickActions/${fullName}` }
    }))
  );
}
