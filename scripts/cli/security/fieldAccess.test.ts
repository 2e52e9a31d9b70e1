import { administrator, localUserId } from '../../org/index.ts';
import type { FieldValue } from '../../org/index.ts';
import { aSyncedOrg } from '../acceptance/syncedOrg.ts';
import type { SyncedOrg } from '../acceptance/syncedOrg.ts';
import { doors } from './doors.ts';
import type { Door } from './doors.ts';

const adminId = localUserId(administrator.username);
const repId = localUserId('clazar.user@clazar.local');

/** What a person who lacks access must never have to read. */
const jargon = /WSDL|not supported|de-reference|row for assignment|SObject row|No such column/i;

/** Doors that change something, or look at other systems, have tests of their own. */
const writing =
  /^(?:start|cancel|retry|refresh|send|accept|reject|link|save|discard|create|set|take|connect|disconnect|remove|import|add|delete|unlink)/;

type Granted = [FieldValue, string, string, FieldValue];

interface Removed {
  readonly field: string;
  readonly object: string;
  readonly id: FieldValue;
}

describe('A rep who lacks one field of the permission set', () => {
  let here: SyncedOrg;
  let arguments_: Readonly<Record<string, unknown>> = {};

  beforeAll(async () => {
    here = await aSyncedOrg();
    await here.sync('everything');
    arguments_ = await sampleArguments();
  }, 60_000);

  afterAll(async () => {
    await here.close();
  });

  async function rows(soql: string): Promise<FieldValue[][]> {
    const { records } = await here.org.query(adminId, { soql });
    return records.map(({ values }) => [...values.values()] as FieldValue[]);
  }

  async function idOf(object: string): Promise<FieldValue> {
    const [[id = null] = []] = await rows(`SELECT Id FROM ${object} LIMIT 1`);
    return id;
  }

  async function sampleArguments(): Promise<Record<string, unknown>> {
    const cosellId = await idOf('Cosell_Opportunity__c');
    return {
      action: 'update',
      cloud: 'AWS',
      cosellOpportunityId: cosellId,
      recordId: cosellId,
      valuesJson: '{}',
      request: { object: 'Private_Offer__c' }
    };
  }

  async function removeField({ id }: Removed): Promise<void> {
    await here.org.save(adminId, {
      operation: 'delete',
      records: [{ object: 'FieldPermissions', values: { Id: id } }],
      allOrNone: true,
      accessLevel: 'system',
      sharing: false
    });
  }

  async function giveBack({ object, field }: Removed, canEdit: FieldValue): Promise<void> {
    const [[parent = null] = []] = await rows(
      "SELECT Id FROM PermissionSet WHERE Name = 'Clazar_User'"
    );
    const values = {
      ParentId: parent,
      SobjectType: object,
      Field: field,
      PermissionsRead: true,
      PermissionsEdit: canEdit
    };
    await here.org.save(adminId, {
      operation: 'insert',
      records: [{ object: 'FieldPermissions', values }],
      allOrNone: true,
      accessLevel: 'system',
      sharing: false
    });
  }

  /** What somebody has to read who calls a door, with the type of exception. */
  async function call({ name, parameters }: Door): Promise<{ type: string; message: string }> {
    const [className = '', methodName = ''] = name.split('.');
    const given = Object.fromEntries(parameters.map((each) => [each.name, arguments_[each.name]]));
    try {
      await here.org.invokeAura(repId, { className, methodName, parameters: given });
      return { type: '', message: '' };
    } catch (error) {
      const { message, exceptionType = '' } = error as Error & { exceptionType?: string };
      return { type: exceptionType, message };
    }
  }

  async function complaintOf(door: Door): Promise<string[]> {
    const { type, message } = await call(door);
    const isForPeople = type.endsWith('AuraHandledException') && !jargon.test(message);
    return type === '' || isForPeople ? [] : [`${door.name}: ${type} ${message}`];
  }

  /** The doors that the permission set opens. */
  async function openDoors(): Promise<Door[]> {
    const reading = (await doors()).filter(({ name }) => !writing.test(name.split('.')[1] ?? ''));
    const open: Door[] = [];
    for (const door of reading) {
      if ((await call(door)).type !== 'System.NoAccessException') open.push(door);
    }
    return open;
  }

  test('should see every screen work, or read whom to ask', async () => {
    const reading = await openDoors();
    const fields = await rows(`
      SELECT Id, SobjectType, Field, PermissionsEdit FROM FieldPermissions
      WHERE Parent.Name = 'Clazar_User'`);
    const complaints = new Map<string, string>();

    for (const [id = null, object, field, canEdit = false] of fields as Granted[]) {
      const removed = { id, object, field };
      await removeField(removed);
      for (const door of reading) {
        for (const each of await complaintOf(door)) complaints.set(door.name, `${each} (${field})`);
      }
      await giveBack(removed, canEdit);
    }

    expect(fields.length).toBeGreaterThan(50);
    expect([...complaints.values()]).toEqual([]);
  }, 300_000);
});
