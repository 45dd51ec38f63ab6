import type { Place } from '@dockwarden-internal/syntax';
import { unresolved } from '../../kernel/unsure.ts';
import type { Located } from '../located.ts';
import { type Setting, textSetting, textSettings } from './setting.ts';
import { splitWords } from './split-words.ts';

/** A command line of a service. */
export interface CommandLine {
  /** `line`: one string, split into words like a shell would, with no shell to run it. `words`: a list. */
  readonly form: 'line' | 'words';
  /** The words that the container is started with; `unresolved` where a variable hides them or quotes are open. */
  readonly words: readonly string[] | typeof unresolved;
  /** The words as written: one for a line. */
  readonly settings: readonly Setting<string>[];
  readonly place: Place;
  readonly fixable: boolean;
}

/** `command` or `entrypoint`; undefined where absent or null. An empty one clears the image's. */
export function readCommandLine(value: Located | undefined): CommandLine | undefined {
  if (!value || value.kind === 'map') return undefined;
  const { place, fixable } = value;
  if (value.kind === 'scalar') {
    const line = textSetting(value);
    if (!line) return undefined;
    const words = line.value === unresolved ? unresolved : (splitWords(line.value) ?? unresolved);
    return { form: 'line', words, settings: [line], place, fixable };
  }
  const settings = textSettings(value);
  const known = settings.flatMap((word) => (word.value === unresolved ? [] : [word.value]));
  return { form: 'words', words: known.length === settings.length ? known : unresolved, settings, place, fixable };
}
