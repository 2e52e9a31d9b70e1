import LightningConfirm from 'lightning/confirm';
import accept from '@salesforce/apex/CosellFormController.accept';
import accepted from '@salesforce/label/c.List_Accepted';
import accepting from '@salesforce/label/c.List_Accepting';
import failed from '@salesforce/label/c.List_Accept_Failed';
import question from '@salesforce/label/c.List_Accept_Question';
import title from '@salesforce/label/c.List_Accept';
import { reduceErrors } from 'c/errors';
import { fill } from 'c/text';
import type { TableRow } from 'c/windowedTable';

/** The static door of `lightning/confirm`, which its types leave out. */
interface Question {
  open(options: { label: string; message: string; variant: string }): Promise<boolean>;
}

/** The chosen rows that wait for an answer. */
export function invitationsOf(
  rows: readonly TableRow[],
  ids: readonly string[]
): readonly TableRow[] {
  const chosen = new Set(ids);
  return rows.filter(({ id, status }) => chosen.has(id) && status === 'Invited');
}

/**
 * Accepts invitations one by one, after a question: one that fails stops none of the others.
 *
 * @param tell hears how far it is
 * @returns what became of them, or nothing when the answer was no
 */
export async function acceptInvitations(
  rows: readonly TableRow[],
  tell: (text: string) => void
): Promise<string> {
  const label = fill(title, rows.length);
  const message = fill(question, rows.length);
  const confirm = LightningConfirm as unknown as Question;
  if (!(await confirm.open({ label, message, variant: 'header' }))) return '';
  const problems: string[] = [];
  await rows.reduce(async (before, row, index) => {
    await before;
    tell(fill(accepting, index + 1, rows.length));
    problems.push(...(await problemOf(row)));
  }, Promise.resolve());
  const done = fill(accepted, rows.length - problems.length);
  return problems.length === 0 ? done : `${done} ${fill(failed, problems.join(' '))}`;
}

async function problemOf({ id, name }: TableRow): Promise<string[]> {
  try {
    const answer = await accept<Apex.CosellAnswer>({
      cosellOpportunityId: id,
      opportunityId: null,
      createOpportunity: true
    });
    return answer.success ? [] : [`${String(name)}: ${answer.message}`];
  } catch (error) {
    return [`${String(name)}: ${reduceErrors(error).join(' ')}`];
  }
}
