import { projectAt, type World } from '@dockwarden-internal/facts';
import type { LoadedWaiver, WaiverEntry } from '@dockwarden-internal/policy';
import { builtinFinding } from '../builtin-findings.ts';
import type { Finding, Severity } from '../finding.ts';
import type { KnownNames } from '../known-names.ts';
import { daysBetween } from './days-between.ts';
import { noOwner } from './no-owner.ts';
import { NOTICE_DAYS } from './notice-days.ts';
import type { Waiving } from './waive.ts';
import { isAboutFile, isInForce, type Waivers } from './waivers.ts';
import { whyUnused } from './why-unused.ts';

export interface WaiverRun extends Pick<Waiving, 'used' | 'refused'> {
  readonly world: World;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Files that are linted; absent: all of the world. */
  readonly paths?: ReadonlySet<string>;
  /** Every id and alias of the checks that ran on a file, as written, by what it is in lower case. */
  readonly ranOn: (path: string) => ReadonlyMap<string, string>;
  /** Those of checks that run on it in another run. */
  readonly elsewhere: (path: string) => ReadonlySet<string>;
  readonly names: KnownNames;
}

/** What is to be said of waivers: one that has ended, ends soon, lasts too long, has nobody to answer for it, or silences nothing. */
export function waiverFindings(waivers: Waivers, run: WaiverRun): Finding[] {
  const { world, paths } = run;
  const files = [...world.dockerfiles, ...world.composeFiles].map(({ source }) => source.path);
  return waivers.list.flatMap((waiver) => {
    const about = files.filter((path) => isAboutFile(waiver, path, world));
    // A run over a part of the workspace speaks of what is about that part.
    if (paths && !about.some((path) => paths.has(path))) return [];
    const isWhole = !paths || about.every((path) => paths.has(path));
    const findings = [...ownerFindings(waiver, waivers, world, about), ...timeFindings(waiver, waivers, run, about)];
    const unused = isWhole && isInForce(waiver, run.today) ? whyUnused(waiver, about, run) : undefined;
    if (unused) findings.push(said(world, waiver, about, { name: 'unused', severity: 'warning', ...unused }));
    const now = run.used.has(waiver) ? run.names.renamed?.(waiver.policy.toLowerCase()) : undefined;
    if (now !== undefined) {
      const message = `${waiver.policy} is called ${now} now: write that`;
      findings.push(said(world, waiver, about, { name: 'renamed', severity: 'info', key: 'policy', message }));
    }
    return findings;
  });
}

function ownerFindings(waiver: LoadedWaiver, { owners }: Waivers, world: World, about: readonly string[]): Finding[] {
  const message = noOwner(waiver.owner, owners, 'waiver');
  if (message === undefined) return [];
  return [said(world, waiver, about, { name: 'owner', severity: 'error', key: 'owner', message })];
}

function timeFindings(
  waiver: LoadedWaiver,
  { maxDays }: Waivers,
  { world, today }: WaiverRun,
  about: readonly string[],
): Finding[] {
  const { policy, expires } = waiver;
  const say = (name: string, severity: Severity, message: string) => [
    said(world, waiver, about, { name, severity, key: 'expires', message }),
  ];
  if (!isInForce(waiver, today))
    return say('expired', 'warning', `the waiver of ${policy} ended on ${expires}: mend what it hid, or renew it`);
  const days = daysBetween(today, expires);
  if (days > maxDays)
    return say(
      'too-long',
      'error',
      `the waiver of ${policy} lasts ${days} days from today, but at most ${maxDays} are allowed`,
    );
  if (days > NOTICE_DAYS) return [];
  const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return say('expiring', 'info', `the waiver of ${policy} ends ${left}, on ${expires}`);
}

interface Said {
  readonly name: string;
  readonly severity: Severity;
  readonly key: keyof WaiverEntry;
  readonly message: string;
}

/** A finding in the file of waivers, of the projects that the waiver is about. */
function said(
  world: World,
  waiver: LoadedWaiver,
  about: readonly string[],
  { name, severity, key, message }: Said,
): Finding {
  const finding = builtinFinding(
    { kind: 'workspace', node: world },
    { id: `waiver/${name}`, severity, category: 'maintainability', message, place: waiver.placeOf(key) },
  );
  const projects = about.flatMap((path) => projectAt(world, path)?.model.name ?? []);
  return { ...finding, projects: [...new Set(projects)].sort() };
}
