import { type Document, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { PlannedFile } from '../../model/planned-file.ts';

export const GITLAB_MAIN = '.gitlab-ci.yml';
export const GITLAB_JOBS = '.gitlab/containers.gitlab-ci.yml';

/** What the including file says that concerns the included one. */
export interface GitlabMain {
  /** The stages that it lists; empty for the usual ones. */
  readonly stages: readonly string[];
  /** The file with the include; absent where it has one. */
  readonly file?: PlannedFile;
  /** Why it cannot be added: the line to add by hand is in it. */
  readonly byHand?: string;
}

/** The main file with an include of the jobs; every other character of it stays. */
export function includeJobs(text = ''): GitlabMain {
  const entry = `- local: ${GITLAB_JOBS}`;
  const document = read(text);
  if (!document) return byHand([], 'cannot be read as a map of YAML', `include: [{ local: ${GITLAB_JOBS} }]`);
  const listed = document.get('stages');
  const stages = isSeq(listed) ? listed.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
  const include = document.get('include', true);
  if (JSON.stringify(include ?? null).includes(GITLAB_JOBS)) return { stages };
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const after =
    include === undefined ? appended(text, ['include:', `  ${entry}`], line) : extended(text, include, entry, line);
  // What was written is read again: where it does not say what is meant, nothing is changed.
  const again = after === undefined ? undefined : read(after);
  if (after === undefined || !JSON.stringify(again?.get('include') ?? null).includes(GITLAB_JOBS))
    return byHand(stages, 'includes in a form that is not edited here', `{ local: ${GITLAB_JOBS} } to "include"`);
  return { stages, file: { path: GITLAB_MAIN, text: after, edited: true } };
}

function byHand(stages: readonly string[], why: string, what: string): GitlabMain {
  return { stages, byHand: `${GITLAB_MAIN} ${why}: add ${what} by hand.` };
}

/** Tags such as `!reference` are GitLab's own. Undefined for what is no map. */
function read(text: string): Document | undefined {
  const document = parseDocument(text, { customTags: [{ tag: '!reference', collection: 'seq' }], logLevel: 'silent' });
  const { contents, errors } = document;
  const isFlow = isMap(contents) && contents.flow === true;
  return errors.length === 0 && (contents === null || (isMap(contents) && !isFlow)) ? document : undefined;
}

function appended(text: string, lines: readonly string[], line: string): string | undefined {
  // Behind the end of a document another would begin.
  if (/^(?:\.\.\.|---)\s*$/m.test(text.replace(/^---\s*\n/, ''))) return undefined;
  const between = text.trim() === '' ? '' : /\n$/.test(text) ? line : line + line;
  return `${text.trim() === '' ? '' : text}${between}${lines.join(line)}${line}`;
}

/** Behind the last of a list that is written an item a line. */
function extended(text: string, include: unknown, entry: string, line: string): string | undefined {
  if (!isSeq(include) || include.flow || !include.range) return undefined;
  const first = include.range[0];
  const last = include.items.at(-1);
  if (!isNode(last) || !last.range) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (!/^ *$/.test(indent)) return undefined;
  const end = text.indexOf('\n', Math.max(first, last.range[1] - 1));
  const at = end < 0 ? text.length : end + 1;
  return `${text.slice(0, at)}${end < 0 ? line : ''}${indent}${entry}${line}${text.slice(at)}`;
}
