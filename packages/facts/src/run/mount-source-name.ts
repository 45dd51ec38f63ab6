import { type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';

/** The last segment of what is mounted; known as soon as no variable has a part in that segment. */
export function sourceNameOf({ source, sourceText }: Mount): Maybe<string> {
  const text = typeof source === 'string' ? source : sourceText;
  if (text === undefined) return source;
  const name = text
    .replace(/(?<![/\\])[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1)!;
  return typeof source !== 'string' && /[${}]/.test(name) ? unresolved : name;
}
