import type { CsvField } from '../csv-fields.ts';
import { expand } from '../expand.ts';
import { shown } from '../shown.ts';
import type { FlagNode } from '../tree.ts';
import { checkMountField, MOUNT_KEYS, type Mount } from './mount-field.ts';
import type { Report } from './report.ts';

/**
 * A `from=` with a variable is refused on reading; the rest when the RUN's turn comes, which can be told where it holds no variable.
 * Source: parseMount in moby/buildkit frontend/dockerfile/instructions/commands_runmount.go.
 */
export function checkMount(flag: FlagNode, fields: readonly CsvField[], escapeChar: string, report: Report): void {
  const mount: Mount = { type: 'bind', set: new Map() };
  for (const field of fields) {
    const { name, value, span } = field;
    if (name === 'from' && value !== undefined && hasVariable(value)) {
      const message = `from= of --mount takes no variables: name a stage, as in FROM ${shown(value)} AS name, and write from=name`;
      report('syntax/mount', message, span);
      return;
    }
    const read = value === undefined ? undefined : expand(value, escapeChar, () => null);
    if (read?.failure) {
      report('syntax/mount', `The value of ${shown(name)} cannot be read: ${read.failure}`, span, 'build');
      return;
    }
    const fault = checkMountField(mount, field, read?.value);
    if (fault) {
      report('syntax/mount', fault, span, 'build');
      return;
    }
    if (value !== undefined && MOUNT_KEYS.has(name)) mount.set.set(canonical(name), read?.value);
  }
  const fault = mountFault(mount);
  if (fault) report('syntax/mount', fault, flag.valueSpan ?? flag.span, 'build');
}

function hasVariable(value: string): boolean {
  const dollar = value.indexOf('$');
  return dollar >= 0 && dollar < value.length - 1;
}

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({ src: 'source', dst: 'target', destination: 'target' }),
);

function canonical(name: string): string {
  return SYNONYMS.get(name) ?? name;
}

/** What does not go together. A key set to a variable may be empty, and an unknown type may be any. */
function mountFault({ type, set }: Mount): string | undefined {
  if (type === undefined) return undefined;
  const has = (key: string) => Boolean(set.get(key));
  const mayHave = (key: string) => set.has(key) && set.get(key) !== '';
  if (type === 'bind' || type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid']) if (set.has(key)) return `A mount of type ${type} takes no ${key}`;
  }
  if (type === 'secret') {
    if (has('from')) return 'A secret comes from the build, not from a stage: it takes no from';
    if (has('source') && has('id')) return 'A secret is named by its id or by its source, not by both';
    if (!['source', 'target', 'id'].some(mayHave)) return 'A secret needs an id, as in --mount=type=secret,id=token';
  }
  if (has('sharing') && type !== 'cache') return `Only a mount of type cache takes sharing, not ${type}`;
  return undefined;
}
