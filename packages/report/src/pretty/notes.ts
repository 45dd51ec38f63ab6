import type { Finding, Suppressed } from '@dockwarden-internal/engine';
import { oneLine } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import { familiarAliases } from './familiar-aliases.ts';
import type { PrettyContext } from './pretty-context.ts';

/** What is said once of a group: its id and aliases, how to mend it, why it matters. */
export function groupNotes(
  group: readonly [Finding, ...Finding[]],
  explain: boolean,
  width: number,
  { masks, styles, policies, verbose }: PrettyContext,
): string[] {
  const [first] = group;
  const why = policies.get(first.id)?.why ?? '';
  const { suppressed } = first;
  const notes = [
    ...(suppressed ? [suppressedNote(suppressed, masks.hideFor(first, suppressed.reason))] : []),
    ...(explain && why ? [why] : []),
    ...(verbose && first.projects.length > 0
      ? [`projects: ${union(group, (finding) => finding.projects).join(', ')}`]
      : []),
    ...(verbose && first.docs ? [first.docs] : []),
  ];
  const lines = notes.flatMap((note) => wrap(oneLine(note), Math.max(40, width))).map(styles.dim);
  const ids = wrap(idLine(group, verbose), Math.max(40, width)).map(styles.dim);
  return [...ids, ...lines];
}

function suppressedNote({ kind, owner, until, writtenAt }: Suppressed, reason: string): string {
  const whose = [kind, writtenAt, owner, until && `until ${until}`].filter(Boolean).join(', ');
  return reason === '' ? `suppressed (${whose}), without a reason` : `suppressed (${whose}): ${reason}`;
}

function idLine(group: readonly [Finding, ...Finding[]], verbose: boolean): string {
  const aliases = union(group, (finding) => finding.aliases);
  const also = union(group, (finding) => finding.also);
  const rest = [
    ...(verbose ? aliases : familiarAliases(aliases)),
    ...(also.length > 0 ? [`also ${also.join(', ')}`] : []),
    ...(group[0].suppressed ? [] : [fixHint(group)]),
  ].filter(Boolean);
  return [group[0].id, ...rest].join(' · ');
}

/** `fixable with --fix`, or how many of several are. */
function fixHint(group: readonly Finding[]): string {
  const fixable = (safety: 'safe' | 'unsafe') => group.filter(({ fix }) => fix?.safety === safety).length;
  const hint = (count: number, options: string) =>
    count === 0 ? '' : `${count < group.length ? `${count} of ${group.length} ` : ''}fixable with ${options}`;
  return [hint(fixable('safe'), '--fix'), hint(fixable('unsafe'), '--fix --unsafe')].filter(Boolean).join(', ');
}

function union(group: readonly Finding[], of: (finding: Finding) => readonly string[]): string[] {
  return [...new Set(group.flatMap(of))];
}
