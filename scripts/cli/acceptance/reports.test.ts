import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { administrator, localUserId } from '../../org/index.ts';
import { findFiles, projectFolder } from '../tools/index.ts';
import { aPushingCloud } from './pushingCloud.ts';
import type { PushingCloud } from './pushingCloud.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

/**
 * No org here runs reports, and a real one refuses a package whose reports name what is not there: so each report type
 * is asked of the org as a query, each report is held to its type, and each dashboard to its reports.
 */
const userId = localUserId(administrator.username);
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) });
const lists = [
  'columns',
  'sections',
  'criteriaItems',
  'groupingsDown',
  'groupingsAcross',
  'dashboardGridComponents',
  'chartSummaries'
];

interface Column {
  readonly field: string;
  readonly table: string;
}

interface ReportType {
  readonly baseObject: string;
  readonly join?: { readonly relationship: string };
  readonly sections: readonly { readonly columns: readonly Column[] }[];
}

interface Named {
  readonly field: string;
}

interface Criterion {
  readonly column: string;
  readonly operator: string;
  readonly value?: string;
}

interface Report {
  readonly reportType: string;
  readonly format: string;
  readonly columns: readonly Named[];
  readonly groupingsDown?: readonly Named[];
  readonly groupingsAcross?: readonly Named[];
  readonly filter?: { readonly criteriaItems?: readonly Criterion[] };
  readonly timeFrameFilter?: { readonly dateColumn: string };
  readonly chart?: { readonly groupingColumn: string };
}

interface Component {
  readonly dashboardComponent: { readonly componentType: string; readonly report: string };
}

interface Dashboard {
  readonly dashboardGridLayout: { readonly dashboardGridComponents: readonly Component[] };
}

interface Metadata {
  readonly ReportType: ReportType;
  readonly Report: Report;
  readonly Dashboard: Dashboard;
}

function read<Type extends keyof Metadata>(type: Type, file: string): Metadata[Type] {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  return (parser.parse(text) as Metadata)[type];
}

const typeFiles = findFiles('force-app/**/*.reportType-meta.xml');
const reportFiles = findFiles('force-app/**/*.report-meta.xml');
const dashboardFiles = findFiles('force-app/**/*.dashboard-meta.xml');

/** `Folder/Name`, as dashboards name a report. */
function fullName(file: string): string {
  return `${basename(dirname(file))}/${basename(file).split('.')[0] ?? ''}`;
}

const reports = new Map(reportFiles.map((file) => [fullName(file), read('Report', file)]));
const types = new Map(
  typeFiles.map((file) => [`${basename(file).split('.')[0] ?? ''}__c`, read('ReportType', file)])
);

function columnsOf({ sections }: ReportType): Column[] {
  return sections.flatMap(({ columns }) => columns);
}

/** What a report may name: `Table$Field`, with the day of creation that every type has. */
function namesOf(type: ReportType): Set<string> {
  const names = columnsOf(type).map(({ table, field }) => `${table}$${field}`);
  return new Set([...names, `${type.baseObject}$CreatedDate`]);
}

/** A query of all columns: related records as a subquery. */
function queryOf(type: ReportType): string {
  const own = columnsOf(type).filter(({ table }) => table === type.baseObject);
  const related = columnsOf(type).filter(({ table }) => table !== type.baseObject);
  const subquery =
    type.join === undefined
      ? []
      : [`(SELECT ${listed(related)} FROM ${type.join.relationship} LIMIT 1)`];
  return `SELECT ${[listed(own), ...subquery].join(', ')} FROM ${type.baseObject} LIMIT 1`;
}

function listed(columns: readonly Column[]): string {
  return [...new Set(columns.map(({ field }) => field))].join(', ');
}

function namedBy(report: Report): string[] {
  const named = [
    ...report.columns,
    ...(report.groupingsDown ?? []),
    ...(report.groupingsAcross ?? [])
  ].map(({ field }) => field);
  const filtered = (report.filter?.criteriaItems ?? []).map(({ column }) => column);
  const others = [report.timeFrameFilter?.dateColumn, report.chart?.groupingColumn];
  return [...named, ...filtered, ...others.filter((name) => name !== undefined)];
}

interface Described {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly picklistValues: readonly { readonly value: string }[];
  }[];
}

/** Values that filters compare with picklists that do not have them. */
async function unknownValues(cloud: PushingCloud, report: Report): Promise<string[]> {
  const problems = (report.filter?.criteriaItems ?? []).map(async ({ column, value = '' }) => {
    const [table = '', field = ''] = column.split('$');
    const path = `/sobjects/clazar__${table}/describe`;
    const { fields } = (await cloud.as(userId, { method: 'GET', path })) as Described;
    const described = fields.find(({ name }) => name === `clazar__${field}`);
    if (described?.type !== 'picklist') return [];
    const known = described.picklistValues.map((each) => each.value);
    return value.split(',').filter((word) => word !== '' && !known.includes(word));
  });
  return (await Promise.all(problems)).flat();
}

describe('Reports of the package', () => {
  let here: SyncedOrg;
  let cloud: PushingCloud;

  beforeAll(async () => {
    here = await aSyncedOrg();
    cloud = await aPushingCloud(here.org);
  }, 240_000);

  afterAll(async () => {
    await cloud.close();
    await here.close();
  });

  test.each([...types])(
    'should ask the type %s only for fields that are there',
    async (_, type) => {
      const tables = new Set(columnsOf(type).map(({ table }) => table));
      const related =
        type.join === undefined ? [] : [`${type.baseObject}.${type.join.relationship}`];

      await expect(here.org.query(userId, { soql: queryOf(type) })).resolves.toBeDefined();
      expect([...tables].sort()).toEqual([type.baseObject, ...related].sort());
    }
  );

  test.each([...reports])('should show in %s only what its type has', async (_, report) => {
    const type = types.get(report.reportType);
    const known = type === undefined ? new Set<string>() : namesOf(type);

    expect(namedBy(report).filter((name) => !known.has(name))).toEqual([]);
    expect(await unknownValues(cloud, report)).toEqual([]);
  });

  test.each(dashboardFiles)('should draw in %s only reports that are there', (file) => {
    const { dashboardGridLayout } = read('Dashboard', file);
    const components = dashboardGridLayout.dashboardGridComponents.map(
      ({ dashboardComponent }) => dashboardComponent
    );
    const missing = components.filter(({ report }) => !reports.has(report));
    const charts = components.filter(
      ({ componentType }) => !/Metric|Gauge|Table/.test(componentType)
    );
    const flat = charts.filter(({ report }) => reports.get(report)?.groupingsDown === undefined);

    expect(components.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
    expect(flat).toEqual([]);
  });
});
