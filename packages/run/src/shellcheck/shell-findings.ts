import type { JoinedFinding, Severity } from '@dockwarden-internal/engine';
import { type Dockerfile, type ShellScript, shellScriptOf } from '@dockwarden-internal/facts';
import type { Settings } from '@dockwarden-internal/policy';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import { type CheckedScripts, checkScripts, type Script } from './check-scripts.ts';
import type { Shellcheck } from './find-shellcheck.ts';
import type { ShellComment } from './read-comments.ts';

export interface ShellFindings {
  readonly byPath: ReadonlyMap<string, readonly JoinedFinding[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in scripts before, by their text. */
export interface KnownScripts {
  readonly get: (script: Script) => readonly ShellComment[] | undefined;
  readonly add: (script: Script, comments: readonly ShellComment[]) => void;
}

/** Longer scripts are generated, or an attack on whoever reads them. */
const LONGEST = 1 << 16;

interface Body {
  readonly dockerfile: Dockerfile;
  readonly body: ShellScript;
  readonly script: Script;
}

/**
 * Holds the shell text of every RUN to ShellCheck, where `shellcheck` is set for the file. A line before the text declares what ARG and ENV
 * set, as hadolint does, so that they are not called undefined.
 */
export function shellFindings(
  shellcheck: Shellcheck,
  dockerfiles: readonly Dockerfile[],
  settingsOf: (path: string) => Settings,
  known: KnownScripts,
  check: (shellcheck: Shellcheck, scripts: readonly Script[]) => CheckedScripts = checkScripts,
): ShellFindings {
  const bodies = dockerfiles.filter(({ source }) => runsIn(settingsOf(source.path))).flatMap(bodiesOf);
  const byKey = new Map(bodies.map(({ script }) => [keyOf(script), script]));
  const asked = [...byKey.values()].filter((script) => !known.get(script));
  const { comments, diagnostics } = check(shellcheck, asked);
  for (const [script, found] of comments) known.add(script, found);
  const byPath = new Map<string, JoinedFinding[]>();
  for (const { dockerfile, body, script } of bodies) {
    const { path } = dockerfile.source;
    const found = known.get(script) ?? [];
    const findings = found.flatMap((comment) => findingOf(comment, dockerfile, body, script, settingsOf(path)) ?? []);
    byPath.set(path, [...(byPath.get(path) ?? []), ...findings]);
  }
  return { byPath, diagnostics };
}

function runsIn(settings: Settings): boolean {
  const severity = settings.get('shellcheck')?.severity;
  return severity !== undefined && severity !== 'off';
}

function bodiesOf(dockerfile: Dockerfile): Body[] {
  return dockerfile.instructions.flatMap((instruction) => {
    const body = shellScriptOf(instruction);
    if (!body || body.text.length > LONGEST) return [];
    const declared = body.variables.length > 0 ? `export ${body.variables.map((name) => `${name}=1`).join(' ')}` : '';
    const dialect = body.dialect === 'ash' ? 'dash' : body.dialect;
    return [{ dockerfile, body, script: { dialect, text: `${declared}\n${body.text}\n` } }];
  });
}

export function keyOf({ dialect, text }: Script): string {
  return `${dialect}\n${text}`;
}

function findingOf(
  comment: ShellComment,
  { source }: Dockerfile,
  body: ShellScript,
  { text }: Script,
  settings: Settings,
): JoinedFinding | undefined {
  const rule = `SC${comment.code}`;
  const id = `shellcheck:${rule}`;
  const severity = settings.get(id)?.severity ?? severityOf(comment.level);
  if (severity === 'off' || comment.line === 1) return undefined;
  const before = text.length - body.text.length - 1;
  const start = offsetAt(text, comment.line, comment.column) - before;
  const end = Math.max(start, offsetAt(text, comment.endLine, comment.endColumn) - before);
  const inside = { start: Math.min(start, body.text.length), end: Math.min(end, body.text.length) };
  const place: Place = { source, span: body.locate(inside.start, inside.end) };
  return {
    id,
    policy: 'shellcheck',
    severity,
    category: 'correctness',
    message: comment.message,
    aliases: [`hadolint:${rule}`],
    docs: `https://www.shellcheck.net/wiki/${rule}`,
    place,
  };
}

function severityOf(level: ShellComment['level']): Severity {
  return level === 'style' ? 'info' : level;
}

/** Of a line and column; columns count characters, of which some take two units. */
function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return text.length;
    start = newline + 1;
  }
  let offset = start;
  for (let passed = 1; passed < column && offset < text.length; passed++)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}
