import type { ComposeFaults } from '../faults.ts';
import { at, type Located, type LocatedScalar } from '../located.ts';

const FIRST = new Set(['CMD', 'CMD-SHELL', 'NONE']);
/** What `develop.watch` does without a path in the container. */
const ON_ITS_OWN = new Set(['rebuild', 'restart']);

/** Faults for keys whose words do not go together. Source: compose-go checkConsistency, validation.checkDeviceRequest. */
export function checkWords(service: Located, faults: ComposeFaults): void {
  const image = at(service, 'image');
  if (isEmpty(image) && !at(service, 'build') && !at(service, 'provider'))
    faults.add('value', 'The image is empty: name one, or write `build`.', image.place);
  const test = at(service, 'healthcheck', 'test');
  const [first] = test?.kind === 'list' ? test.items : [];
  if (first?.kind === 'scalar' && first.holes.length === 0 && !FIRST.has(String(first.value)))
    faults.add(
      'value',
      `The test begins with \`${first.value}\`: CMD, CMD-SHELL or NONE has to come first.`,
      first.place,
    );
  const devices = [
    ...itemsOf(at(service, 'gpus')),
    ...itemsOf(at(service, 'deploy', 'resources', 'reservations', 'devices')),
  ];
  for (const device of devices) {
    const count = at(device, 'count');
    if (count && at(device, 'device_ids'))
      faults.add('contradiction', '`count` and `device_ids` exclude each other: keep one.', count.place);
  }
  for (const watch of itemsOf(at(service, 'develop', 'watch'))) {
    const path = at(watch, 'path');
    if (isEmpty(path)) faults.add('value', 'The path to watch is empty.', path.place);
    const action = at(watch, 'action');
    if (action?.kind !== 'scalar' || action.holes.length > 0 || ON_ITS_OWN.has(String(action.value))) continue;
    if (!at(watch, 'target'))
      faults.add('value', `\`${action.value}\` needs a \`target\`, the path in the container.`, action.place);
  }
}

/** Empty as it is written; what a variable leaves empty may be filled elsewhere. */
function isEmpty(value: Located | undefined): value is LocatedScalar {
  return value?.kind === 'scalar' && value.value === '' && !value.variables?.length;
}

function itemsOf(value: Located | undefined): readonly Located[] {
  return value?.kind === 'list' ? value.items : [];
}
