import type { ComposeFaults } from '../faults.ts';
import { at, type Located, type LocatedEntry, type LocatedScalar } from '../located.ts';
import { textsAt } from './texts-at.ts';

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts'];

/**
 * Faults for places of a service where a name belongs and none is, and for names of models and of builds that stand for
 * nothing. Source: compose-go checkConsistency, Normalize.
 */
export function checkNames(service: Located, root: Located, faults: ComposeFaults): void {
  const nameless = (scalar: LocatedScalar) =>
    faults.add('value', `\`${scalar.value}\` names no service.`, scalar.place);
  for (const link of textsAt(service, 'links')) {
    if (link.value.startsWith(':') || link.value === '') nameless(link);
    else if (link.value.split(':').length > 2)
      faults.add('value', `\`${link.value}\` is no link: \`service[:alias]\`.`, link.place);
  }
  for (const from of textsAt(service, 'volumes_from')) if (/^(?::|$)/.test(from.value)) nameless(from);
  for (const key of NAMESPACES) for (const mode of textsAt(service, key)) if (mode.value === 'service:') nameless(mode);
  for (const key of ['secrets', 'configs']) {
    for (const list of [at(service, key), key === 'secrets' ? at(service, 'build', key) : undefined]) {
      for (const item of list?.kind === 'list' ? list.items : []) {
        if (item.kind === 'map' && !at(item, 'source'))
          faults.add('value', `It lacks \`source\`, the name of one of the \`${key}\`.`, item.place);
      }
    }
  }
  for (const { key, place } of entriesAt(service, 'models')) {
    if (!at(root, 'models', key)) faults.add('model', `There is no model ${key}: define it at the top level.`, place);
  }
  for (const { value } of entriesAt(service, 'build', 'additional_contexts')) checkContext(value, root, faults);
}

/** A context that is another service has to be built, too. */
function checkContext(value: Located, root: Located, faults: ComposeFaults): void {
  const name = value.kind === 'scalar' && value.holes.length === 0 && /^service:(.*)$/.exec(String(value.value))?.[1];
  if (typeof name !== 'string') return;
  const target = at(root, 'services', name);
  if (!target) faults.add('context', `There is no service ${name} to build with.`, value.place);
  else if (!at(target, 'build'))
    faults.add('context', `The service ${name} has no \`build\`, so that nothing can be built with it.`, value.place);
}

function entriesAt(service: Located, ...path: readonly string[]): LocatedEntry[] {
  const map = at(service, ...path);
  return map?.kind === 'map' ? [...map.entries.values()] : [];
}
