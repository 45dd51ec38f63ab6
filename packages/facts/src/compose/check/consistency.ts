import type { ComposeFaults } from '../faults.ts';
import { at, entryAt, isNull, type Located, type LocatedEntry } from '../located.ts';
import { readBytes } from '../read/quantities.ts';
import { scalarText } from '../scalar-text.ts';
import { checkMounts } from './mounts.ts';
import { checkNames } from './names.ts';
import { type Waiting, waitsFor } from './waits-for.ts';
import { checkWords } from './words.ts';

/** Keys that say the same in two ways, and have to agree. */
const TWICE = [
  { key: 'scale', path: ['deploy', 'replicas'], read: Number },
  { key: 'cpus', path: ['deploy', 'resources', 'limits', 'cpus'], read: Number },
  { key: 'mem_limit', path: ['deploy', 'resources', 'limits', 'memory'], read: readBytes },
  { key: 'mem_reservation', path: ['deploy', 'resources', 'reservations', 'memory'], read: readBytes },
  { key: 'pids_limit', path: ['deploy', 'resources', 'limits', 'pids'], read: Number },
] as const;

/** Keys of which only one may be there. */
const EITHER = [
  { one: ['network_mode'], other: ['networks'] },
  { one: ['build', 'dockerfile'], other: ['build', 'dockerfile_inline'] },
] as const;

/**
 * Faults for what Compose refuses of a whole model when it is started: keys that contradict each other, and services
 * that wait for each other. Source: compose-go checkConsistency.
 */
export function checkConsistency(root: Located, faults: ComposeFaults): void {
  const services = at(root, 'services');
  if (services?.kind !== 'map') return;
  for (const { value } of services.entries.values()) {
    checkTwice(value, faults);
    checkEither(value, faults);
    checkMounts(value, faults);
    checkNames(value, root, faults);
    checkPlatform(value, faults);
    checkWords(value, faults);
  }
  checkCircles([...services.entries.values()], faults);
}

function checkTwice(service: Located, faults: ComposeFaults): void {
  for (const { key, path, read } of TWICE) {
    const [one, other] = [knownText(at(service, key)), knownText(at(service, ...path))];
    const bounds = at(service, ...path.slice(0, -1));
    // Bounds that are there and do not name this one are other bounds; `deploy` may do without `replicas`.
    if (
      key !== 'scale' &&
      one !== undefined &&
      read(one) &&
      bounds?.kind === 'map' &&
      !bounds.entries.has(path.at(-1)!)
    ) {
      const message = `\`${key}\` is ${one}, and \`${path.slice(0, -1).join('.')}\` lacks \`${path.at(-1)}\`: move it there.`;
      faults.add('contradiction', message, at(service, key)!.place);
      continue;
    }
    const values = [one, other].map((text) => (text === undefined ? undefined : read(text)));
    if (values.some((value) => value === undefined || Number.isNaN(value)) || values[0] === values[1]) continue;
    const place = at(service, key)!.place;
    faults.add('contradiction', `\`${key}\` is ${one}, and \`${path.join('.')}\` is ${other}: keep one.`, place);
  }
}

/** The platform that a service runs on is one of those that it is built for. */
function checkPlatform(service: Located, faults: ComposeFaults): void {
  const [platform, built] = [at(service, 'platform'), at(service, 'build', 'platforms')];
  const wanted = knownText(platform);
  if (!wanted || built?.kind !== 'list' || built.items.length === 0) return;
  const platforms = built.items.map(knownText);
  if (platforms.includes(undefined) || platforms.includes(wanted)) return;
  const message = `\`platform\` is ${wanted}, and \`build.platforms\` lacks it: add it there.`;
  faults.add('contradiction', message, platform!.place);
}

function knownText(value: Located | undefined): string | undefined {
  return value?.kind === 'scalar' && !isNull(value) && value.holes.length === 0 ? scalarText(value) : undefined;
}

function checkEither(service: Located, faults: ComposeFaults): void {
  for (const { one, other } of EITHER) {
    const [first, second] = [at(service, ...one), at(service, ...other)];
    if (!first || !second || isBlank(first) || isBlank(second)) continue;
    const place = entryAt(at(service, ...one.slice(0, -1)), one.at(-1)!)!.place;
    faults.add('contradiction', `\`${one.join('.')}\` and \`${other.join('.')}\` exclude each other: keep one.`, place);
  }
}

/** Empty, or perhaps so. */
function isBlank(value: Located): boolean {
  if (value.kind === 'scalar') return value.holes.length > 0 || value.value === null || value.value === '';
  return value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0;
}

/** A fault at the dependency that closes a circle. */
function checkCircles(services: readonly LocatedEntry[], faults: ComposeFaults): void {
  const byName = new Map(services.map((entry) => [entry.key, entry]));
  const done = new Set<string>();
  for (const start of services) {
    const way: { readonly name: string; readonly left: Waiting[] }[] = [];
    const enter = (name: string) => {
      const entry = done.has(name) ? undefined : byName.get(name);
      if (entry) way.push({ name, left: waitsFor(entry.value) });
    };
    enter(start.key);
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const next = last.left.shift();
      if (!next) {
        done.add(last.name);
        way.pop();
        continue;
      }
      const from = way.findIndex(({ name }) => name === next.name);
      if (from < 0) {
        enter(next.name);
        continue;
      }
      const names = [...way.slice(from).map(({ name }) => name), next.name].join(' → ');
      faults.add('depends-on-circle', `No service of ${names} can start first.`, next.place);
    }
  }
}
