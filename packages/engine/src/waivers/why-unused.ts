import { partsIn } from '@dockwarden-internal/facts';
import type { LoadedWaiver, WaiverEntry } from '@dockwarden-internal/policy';
import { suggestScoped } from '@dockwarden-internal/syntax';
import { whyIdle } from '../idle-name.ts';
import type { WaiverRun } from './waiver-findings.ts';

export interface Unused {
  readonly key: keyof WaiverEntry;
  readonly message: string;
}

/** Why a waiver silences nothing: what it names is not there, or has been mended; undefined where it does, or where that cannot be told here. */
export function whyUnused(waiver: LoadedWaiver, about: readonly string[], run: WaiverRun): Unused | undefined {
  const { policy } = waiver;
  if (run.refused.has(waiver))
    return { key: 'policy', message: `${policy} is locked by the configuration: no waiver silences it` };
  if (run.used.has(waiver)) return undefined;
  return absentPlace(waiver, about, run) ?? absentPart(waiver, about, run) ?? idlePolicy(waiver, about, run);
}

function absentPlace(
  { project, file }: LoadedWaiver,
  about: readonly string[],
  { world }: WaiverRun,
): Unused | undefined {
  if (about.length > 0) return undefined;
  const names = world.workspace.projects.map(({ name }) => name);
  if (project !== undefined && !names.includes(project))
    return { key: 'project', message: `there is no project ${project}${meant(project, names)}` };
  if (file === undefined) return { key: 'project', message: `${project} has no Dockerfile or Compose file` };
  const whose = project === undefined ? '' : ` of ${project}`;
  return { key: 'file', message: `no Dockerfile or Compose file${whose} fits ${file}` };
}

function absentPart(
  { stage, service }: LoadedWaiver,
  about: readonly string[],
  { world }: WaiverRun,
): Unused | undefined {
  const parts = new Set(about.flatMap((path) => [...(partsIn(world, path) ?? [])]));
  if (stage !== undefined && !parts.has(stage.toLowerCase()))
    return { key: 'stage', message: `no stage here is called ${stage}${meant(stage, parts)}` };
  if (service !== undefined && !parts.has(service))
    return { key: 'service', message: `no service here is called ${service}${meant(service, parts)}` };
  return undefined;
}

function idlePolicy({ policy }: LoadedWaiver, about: readonly string[], run: WaiverRun): Unused | undefined {
  const name = policy.toLowerCase();
  // Another run may use it: policies of another reach, of built images, of a program that is not everywhere.
  if (about.some((path) => run.elsewhere(path).has(name)) || /^shellcheck(?::|$)/.test(name)) return undefined;
  const ran = new Map(about.flatMap((path) => [...run.ranOn(path)]));
  const { names } = run;
  if (names.isUnfit?.(name)) return undefined;
  const message = whyIdle({ written: policy, name, ran, names, what: 'waiver' });
  return { key: 'policy', message };
}

function meant(word: string, known: Iterable<string>): string {
  const near = suggestScoped(word, [...known]);
  return near ? `: did you mean ${near}?` : '';
}
