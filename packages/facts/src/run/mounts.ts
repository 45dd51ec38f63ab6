import { type CsvField, csvFields, type FlagNode, type Place } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Maybe } from '../kernel/unsure.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Mount } from '../model/files.ts';
import { expandAt } from '../variable/lookup.ts';

/** The `--mount` flags of a RUN in order; none in other instructions. Source: Dockerfile reference, RUN --mount. */
export const mountsOf = memo((instruction: Instruction): readonly Mount[] => {
  if (instruction.node.keyword !== 'run') return [];
  return instruction.node.flags.filter((flag) => flag.name === '--mount').map((flag) => mount(instruction, flag));
});

/** Other spellings of a field's name. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    src: 'source',
    dst: 'target',
    destination: 'target',
    ro: 'readonly',
    readwrite: 'rw',
  }),
);

function mount(instruction: Instruction, flag: FlagNode): Mount {
  const { dockerfile } = instruction;
  const fields = new Map<string, CsvField>();
  for (const field of csvFields(flag)) fields.set(ALIASES.get(field.name) ?? field.name, field);
  const written = (name: string): Maybe<string> => {
    const value = fields.get(name)?.value;
    return value === undefined ? undefined : expandAt(instruction, value);
  };
  const placeOfField = (name: string) => {
    const span = fields.get(name)?.valueSpan;
    return span && placeOf(dockerfile, span);
  };
  return {
    type: fields.has('type') ? written('type') : 'bind',
    source: written('source'),
    target: written('target'),
    options: new Map([...fields].map(([name, field]) => [name, field.value ?? 'true'])),
    place: placeOf(dockerfile, flag.span),
    sourcePlace: placeOfField('source'),
    optionPlaces: new Map([...fields.keys()].flatMap((name) => placesOf(name, placeOfField(name)))),
    targetPlace: placeOfField('target'),
    instruction,
  };
}

function placesOf(name: string, place: Place | undefined): [string, Place][] {
  return place ? [[name, place]] : [];
}

/** A field that is written, variables expanded; absent where it is not. */
export function optionOf(mount: Mount, name: string): Maybe<string> {
  const value = mount.options.get(name);
  return value === undefined || !mount.instruction ? value : expandAt(mount.instruction, value);
}

/**
 * Whether nothing can be written to it. In a RUN bind mounts say `rw` to be written to, and secrets and ssh sockets never are; in a service every
 * mount is writable unless it says otherwise.
 */
export function isReadOnly(mount: Mount): Maybe<boolean> {
  const { type, options, service } = mount;
  if (service) return mount.readOnly ?? false;
  if (options.has('readonly')) return options.get('readonly') !== 'false';
  if (type === 'secret' || type === 'ssh') return true;
  if (options.has('rw')) return options.get('rw') === 'false';
  return typeof type === 'string' ? type === 'bind' : type;
}
