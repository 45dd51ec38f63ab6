import { type CommentText, idsBetween, reasonOf } from './located-list.ts';
import type { Suppression, SuppressionScope } from './suppression.ts';

/** Suppressions of the linters that people come from, as those tools read them. */
export function peerSuppressions(comment: CommentText): Suppression[] {
  return [
    ...hadolint(comment),
    ...checkov(comment),
    ...trivy(comment),
    ...kics(comment),
    ...dclint(comment),
    ...semgrep(comment),
  ];
}

/** hadolint reads nothing of a pragma with more behind it than another comment; one for Trivy may share the line. Source: hadolint, "Inline ignores". */
const HADOLINT =
  /^#+\s*hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*((?:DL|SC)\d+(?:\s*,\s*(?:DL|SC)\d+)*)\s*(?:$|(?=#)|(?=trivy:))/;

function hadolint(comment: CommentText): Suppression[] {
  const match = HADOLINT.exec(comment.text);
  if (!match) return [];
  const start = match[0].indexOf(match[2]!, match[0].indexOf('=') + 1);
  const rest = comment.text.slice(match[0].length);
  const scope: SuppressionScope = match[1] === 'global' ? 'file' : match[1] === 'stage' ? 'stage' : 'instruction';
  return [
    {
      tool: 'hadolint',
      ids: idsBetween(comment, start, start + match[2]!.length),
      everything: false,
      scope,
      reason: rest.startsWith('#') ? reasonOf(rest) : undefined,
    },
  ];
}

/** Checkov skips for the whole Dockerfile, wherever the comment stands. Source: Checkov, "Suppressing and Skipping Policies". */
function checkov(comment: CommentText): Suppression[] {
  const match = /\b(?:checkov|bridgecrew):skip\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s*:(.*))?/.exec(comment.text);
  if (!match) return [];
  const start = match.index + match[0].indexOf(match[1]!, match[0].indexOf('=') + 1);
  return [
    {
      tool: 'checkov',
      ids: idsBetween(comment, start, start + match[1]!.length),
      everything: false,
      scope: 'file',
      reason: match[2] === undefined ? undefined : reasonOf(match[2]),
    },
  ];
}

/** `trivy:ignore:ID[:exp:DATE]`, several on a line. Source: Trivy, "Ignoring Findings, By Inline Comments". */
function trivy(comment: CommentText): Suppression[] {
  const found = [...comment.text.matchAll(/\b(?:trivy|tfsec):ignore:([\w*-]+)((?::\w+:[^\s:]+)*)/g)];
  return found.map((match, index) => {
    const start = match.index + match[0].indexOf(match[1]!, match[0].indexOf('ignore:') + 7);
    const last = index === found.length - 1;
    return {
      tool: 'trivy' as const,
      ids: match[1] === '*' ? [] : idsBetween(comment, start, start + match[1]!.length),
      everything: match[1] === '*',
      scope: 'next' as const,
      until: /:exp:([^\s:]+)/.exec(match[2] ?? '')?.[1],
      reason: last ? reasonOf(comment.text.slice(match.index + match[0].length)) : undefined,
    };
  });
}

const KICS_SCOPES: Readonly<Record<string, SuppressionScope>> = {
  ignore: 'file',
  disable: 'file',
  'ignore-line': 'instruction',
  'ignore-block': 'next',
};

/** Source: KICS, "Running KICS, Using commands on scanned files as comments". */
function kics(comment: CommentText): Suppression[] {
  const match =
    /^#+\s*kics-scan\s+(ignore-line|ignore-block|ignore|disable)\b(?:\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*))?/.exec(
      comment.text,
    );
  const command = match?.[1];
  if (!match || !command) return [];
  const list = match[2];
  if (command === 'disable' && list === undefined) return [];
  const start = list === undefined ? 0 : match[0].length - list.length;
  return [
    {
      tool: 'kics',
      ids: list === undefined ? [] : idsBetween(comment, start, start + list.length),
      everything: list === undefined,
      scope: KICS_SCOPES[command] ?? 'instruction',
      reason: reasonOf(comment.text.slice(match[0].length)),
    },
  ];
}

const DCLINT_SCOPES: Readonly<Record<string, SuppressionScope>> = {
  'disable-file': 'file',
  disable: 'file',
  'disable-line': 'line',
  'disable-next-line': 'instruction',
};

/** Source: dclint, "Using Configuration Comments". */
function dclint(comment: CommentText): Suppression[] {
  const match = /^#+\s*dclint\s+(disable(?:-file|-line|-next-line)?)(?=\s|$)/.exec(comment.text);
  const command = match?.[1];
  if (!match || !command) return [];
  const dashes = / --(?= |$)/.exec(comment.text);
  const end = dashes ? dashes.index : comment.text.length;
  const ids = command === 'disable-file' ? [] : idsBetween(comment, match[0].length, end);
  return [
    {
      tool: 'dclint',
      ids,
      everything: ids.length === 0,
      scope: DCLINT_SCOPES[command] ?? 'line',
      reason: dashes ? reasonOf(comment.text.slice(end)) : undefined,
    },
  ];
}

/** `nosemgrep` or `nosem`, with rules or for all; on the line above what was matched, or behind it. Source: Semgrep, "Ignore files, folders, and code". */
function semgrep(comment: CommentText): Suppression[] {
  const match = /^[^a-zA-Z0-9]*nosem(?:grep)?(?![\w-])(?:\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*))?/.exec(comment.text);
  if (!match) return [];
  const list = match[1];
  return [
    {
      tool: 'semgrep',
      ids: list === undefined ? [] : idsBetween(comment, match[0].length - list.length, match[0].length),
      everything: list === undefined,
      scope: 'instruction',
      reason: reasonOf(comment.text.slice(match[0].length)),
    },
  ];
}
