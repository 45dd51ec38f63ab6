import type { PlannedFile } from '../model/planned-file.ts';
import { eolOf } from './line-ending.ts';
import { SECRETS_FOLDER } from './places.ts';

/** Passwords and settings of one machine. */
const PATTERNS = ['/.env', `/${SECRETS_FOLDER}/`];

/** The project's .gitignore with the patterns that it lacks; undefined where it has them all. */
export function gitIgnoreFile(path: string, text: string | undefined): PlannedFile | undefined {
  const lines = new Set((text ?? '').split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = PATTERNS.filter((pattern) => !lines.has(pattern.replace(/^\/|\/$/g, '')));
  if (missing.length === 0) return undefined;
  const eol = eolOf(text);
  const head = text === undefined || text === '' ? '' : `${text.replace(/[\r\n]+$/, '')}${eol}${eol}`;
  return {
    path,
    text: `${head}${['# Passwords and settings of one machine', ...missing].join(eol)}${eol}`,
    edited: true,
  };
}
