import type { PlannedFile } from '../model/planned-file.ts';
import { eolOf } from './line-ending.ts';

/** A variable that Compose files ask for, and what it is for. */
export interface AskedVariable {
  readonly name: string;
  /** What holds where it is not set; empty where it has to be. */
  readonly value: string;
  readonly why: string;
}

/** Variables in `${NAME:-value}` and `${NAME:?why}`, in order, each once. */
export function askedVariables(texts: readonly string[]): AskedVariable[] {
  const found = new Map<string, AskedVariable>();
  for (const text of texts)
    for (const [, name = '', kind, value = ''] of text.matchAll(/(?<!\$)\$\{([A-Z_][A-Z0-9_]*):([-?])([^}]*)\}/g))
      if (!found.has(name)) found.set(name, { name, value: kind === '-' ? value : '', why: kind === '?' ? value : '' });
  return [...found.values()];
}

/** The variables as an example to copy to `.env`; what a file has already stays. */
export function environmentExample(
  path: string,
  text: string | undefined,
  asked: readonly AskedVariable[],
): PlannedFile | undefined {
  const there = new Set(
    [...(text ?? '').matchAll(/^[ \t]*#?[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm)].map(([, name]) => name),
  );
  const missing = asked.filter(({ name }) => !there.has(name));
  if (missing.length === 0) return undefined;
  const eol = eolOf(text);
  const head =
    text === undefined || text === ''
      ? `# Copy to .env, which Git ignores, and change what differs on your machine.${eol}`
      : `${text.replace(/[\r\n]+$/, '')}${eol}`;
  const lines = missing.flatMap(({ name, value, why }) =>
    why === ''
      ? [`${name}=${value}`]
      : [`# ${why.charAt(0).toUpperCase()}${why.slice(1)}: without it nothing starts.`, `${name}=`],
  );
  return { path, text: `${head}${eol}${lines.join(eol)}${eol}`, ...(text !== undefined && { edited: true }) };
}
