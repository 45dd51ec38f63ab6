import { countFindings, type LintReport } from '@dockwarden-internal/engine';
import type { WaiverEntry } from '@dockwarden-internal/policy';
import { type Diagnostic, positionAt } from '@dockwarden-internal/syntax';
import { openConfigured } from '../config/open-configured.ts';
import { failureExit } from '../failure-exit.ts';
import { lint } from '../lint.ts';
import type { GovernedRequest } from './governed-request.ts';
import { readWaivers } from './read-waivers.ts';

/** One waiver, and what it does. */
export interface WaiverState extends WaiverEntry {
  readonly line: number;
  /** Findings that it silences. */
  readonly silences: number;
}

export interface WaiversOutcome {
  readonly root: string;
  /** From the root. */
  readonly path: string;
  /** There is no such file, which is as well. */
  readonly isMissing?: true;
  readonly waivers: readonly WaiverState[];
  /** What is to be said of waivers, and of nothing else. */
  readonly report: LintReport;
  readonly diagnostics: readonly Diagnostic[];
  /** 1: one has ended, silences nothing, lasts too long or belongs to nobody. */
  readonly exit: 0 | 1 | 2 | 3;
}

/** Looks at all waivers of a workspace, and at what each silences. */
export async function checkWaivers(request: GovernedRequest): Promise<WaiversOutcome> {
  const { cwd, config, searchPath } = request;
  const opened = await openConfigured(request);
  if ('diagnostics' in opened) return { ...nothing, ...opened, exit: failureExit(opened.diagnostics) };
  const { fs } = opened.workspace;
  const { configured } = opened;
  const read = await readWaivers({
    fs,
    config: configured.config,
    ...(configured.placeOf && { placeOf: configured.placeOf }),
  });
  const { path } = read;
  const base = { ...nothing, root: fs.root, path };
  if (read.diagnostics.length > 0)
    return { ...base, diagnostics: read.diagnostics, exit: failureExit(read.diagnostics) };
  if (!read.waivers) return { ...base, isMissing: true, diagnostics: [], exit: 0 };
  const { report } = await lint({
    cwd,
    noBaseline: true,
    ...(config !== undefined && { config }),
    ...(searchPath !== undefined && { searchPath }),
  });
  const silenced = new Map<string, number>();
  for (const { suppressed } of report.findings) {
    const at = suppressed?.writtenAt;
    if (at !== undefined) silenced.set(at, (silenced.get(at) ?? 0) + 1);
  }
  const waivers = read.waivers.list.map(({ placeOf, ...entry }): WaiverState => {
    const { source, span } = placeOf('policy');
    const { line } = positionAt(source, span.start);
    return { ...entry, line, silences: silenced.get(`${source.path}:${line}`) ?? 0 };
  });
  const findings = report.findings.filter(({ id }) => id.startsWith('waiver/'));
  const bad = findings.some(({ severity }) => severity !== 'info');
  const exit = report.diagnostics.length > 0 ? failureExit(report.diagnostics) : bad ? 1 : 0;
  return {
    ...base,
    waivers,
    report: { ...report, findings, diagnostics: [], summary: countFindings(1, findings) },
    diagnostics: report.diagnostics,
    exit,
  };
}

const nothing = {
  path: '',
  waivers: [],
  report: {
    findings: [],
    diagnostics: [],
    policies: [],
    summary: { files: 0, error: 0, warning: 0, info: 0, suppressed: 0 },
  },
} satisfies Partial<WaiversOutcome>;
