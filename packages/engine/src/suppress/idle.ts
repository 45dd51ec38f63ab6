import type { SuppressedId } from '@dockwarden-internal/facts';
import { isDate } from '@dockwarden-internal/policy';
import { type Place, suggest } from '@dockwarden-internal/syntax';
import { builtinFinding } from '../builtin-findings.ts';
import type { Finding, Severity } from '../finding.ts';
import { whyIdle } from '../idle-name.ts';
import type { KnownNames } from '../known-names.ts';
import type { CodeOwners } from '../waivers/code-owners.ts';
import { noOwner } from '../waivers/no-owner.ts';
import { qualified } from './names.ts';
import type { Standing } from './standing.ts';
import { inForce } from './until.ts';

export interface IdleRules {
  /** Ids and aliases of the checks that ran on the file, as written, by what they are in lower case. */
  readonly ran: ReadonlyMap<string, string>;
  /** Of those that run on it in another run. */
  readonly elsewhere: ReadonlySet<string>;
  readonly names: KnownNames;
  readonly today: string;
  /** Who may own a suppression; asked where one names an owner. Absent: that is not checked. */
  readonly owners?: () => CodeOwners | undefined;
}

/** Findings for a suppression that silences nothing, has ended, or belongs to nobody. */
export function idleFindings(standing: Standing, rules: IdleRules): Finding[] {
  return [...ownerFindings(standing, rules), ...endedOrUnused(standing, rules)];
}

function ownerFindings(standing: Standing, { owners }: IdleRules): Finding[] {
  const { suppression, comment } = standing;
  const message = suppression.owner === undefined ? undefined : noOwner(suppression.owner, owners?.(), 'suppression');
  return message === undefined ? [] : [report(standing, 'owner', comment, 'warning', message)];
}

function endedOrUnused(standing: Standing, rules: IdleRules): Finding[] {
  const { today } = rules;
  const { suppression, comment } = standing;
  const { tool, ids, everything, until, unread = [] } = suppression;
  if (unread.length > 0)
    return unread.map((word) => report(standing, 'unused', { ...comment, span: word.span }, 'warning', misread(word)));
  if (!inForce(suppression, today)) return [report(standing, 'expired', comment, 'warning', ended(until!))];
  if (everything) return [];
  if (ids.length === 0) {
    const message = 'this suppression names no policy, so that it silences nothing: write the id of one';
    return [report(standing, 'unused', comment, 'warning', message)];
  }
  // Another tool reads its comments itself, and may ask for more than our policy does.
  if (tool !== 'dockwarden') return [];
  return [...renamedFindings(standing, rules), ...unusedFindings(standing, rules)];
}

function renamedFindings(standing: Standing, { names }: IdleRules): Finding[] {
  const { suppression, comment, used } = standing;
  return suppression.ids.flatMap((id) => {
    const now = used.has(id) ? names.renamed?.(id.id.toLowerCase()) : undefined;
    if (now === undefined) return [];
    return [
      report(standing, 'renamed', { ...comment, span: id.span }, 'info', `${id.id} is called ${now} now: write that`),
    ];
  });
}

function unusedFindings(standing: Standing, rules: IdleRules): Finding[] {
  const { suppression, comment, used } = standing;
  const { tool, ids } = suppression;
  return ids
    .filter((id) => !used.has(id) && !isJoined(id) && !isElsewhere(qualified(tool, id.id), rules))
    .map((id) => report(standing, 'unused', { ...comment, span: id.span }, 'warning', unused(id, standing, rules)));
}

function isElsewhere(name: string, { elsewhere, names }: IdleRules): boolean {
  return elsewhere.has(name) || names.isUnfit?.(name) === true;
}

/** Whether the program that these come from is there differs from machine to machine. */
function isJoined({ id }: SuppressedId): boolean {
  return /^shellcheck(:|$)/i.test(id);
}

function misread({ id }: SuppressedId): string {
  const name = id.replace(/[=:].*$/s, '');
  const near = /^\d/.test(id) ? 'until' : (suggest(name.toLowerCase(), OPTIONS) ?? undefined);
  const hint = near ? `did you mean ${near}=?` : `its options are ${OPTIONS.map((each) => `${each}=`).join(' and ')}`;
  return `${id} is no option of a suppression, so that this one is not in force: ${hint}`;
}

const OPTIONS = ['until', 'owner'];

function ended(until: string): string {
  return isDate(until)
    ? `this suppression ended on ${until}: mend what it hides, or renew it`
    : `${until || 'until='} is no date, so that this suppression is not in force: write it as YYYY-MM-DD`;
}

function unused(id: SuppressedId, { suppression, refused }: Standing, { ran, names }: IdleRules): string {
  if (refused.has(id)) return `${id.id} is locked by the configuration: no comment silences it`;
  const name = qualified(suppression.tool, id.id);
  return whyIdle({ written: id.id, name, ran, names, what: 'suppression' });
}

function report(
  { root }: Standing,
  name: 'unused' | 'expired' | 'owner' | 'renamed',
  place: Place,
  severity: Severity,
  message: string,
): Finding {
  return builtinFinding(root, { id: `suppression/${name}`, severity, category: 'maintainability', message, place });
}
