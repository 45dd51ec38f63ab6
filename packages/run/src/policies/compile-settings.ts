import { type CheckIndex, indexChecks, type PolicySummary, policySummary } from '@dockwarden-internal/engine';
import { vocabulary } from '@dockwarden-internal/facts';
import {
  type CompileInput,
  type PolicyDocument,
  type PolicySettings,
  planPolicy,
  type Settings,
} from '@dockwarden-internal/policy';

export interface CompileSettings {
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly sharedTerms: NonNullable<CompileInput['sharedTerms']>;
  /** The policies that others replaced, by those. */
  readonly replaced: ReadonlyMap<string, readonly PolicyDocument[]>;
  readonly patternFor: (policy: string) => CompileInput['compilePattern'];
  /** Parameters that are known to fit their policy: those of our own packs. */
  readonly fitting: () => ReadonlySet<unknown>;
}

/** The checks of settings, of equal settings once; each is compiled when a file has something that it may concern. */
export function settingsCompiler(input: CompileSettings) {
  const bySettings = new Map<Settings, CheckIndex>();
  const byText = new Map<string, CheckIndex>();
  const summaries = new Map<string, PolicySummary>();

  const compile = (settings: Settings): CheckIndex => {
    const checks = [...settings].flatMap(([id, setting]) => compileOne(input, id, setting));
    for (const check of checks) summaries.set(check.id, policySummary(check, input.documents.get(check.policy)!));
    return indexChecks(checks);
  };
  return {
    checksIn: (settings: Settings): CheckIndex => {
      const known = bySettings.get(settings);
      if (known) return known;
      const text = JSON.stringify([...settings]);
      const index = byText.get(text) ?? compile(settings);
      byText.set(text, index);
      bySettings.set(settings, index);
      return index;
    },
    /** Of the checks that were compiled. */
    summaries: () => [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function compileOne(
  { documents, sharedTerms, replaced, patternFor, fitting }: CompileSettings,
  id: string,
  settings: PolicySettings,
) {
  const document = documents.get(id);
  if (!document || (settings.severity === 'off' && !settings.checks && !settings.held)) return [];
  const former = replaced.get(id);
  return planPolicy({
    document,
    vocabulary,
    compilePattern: patternFor(id),
    sharedTerms,
    settings,
    ...(former && { replaced: former }),
    // The loader found the document whole; with parameters of our own packs it was compiled when it was built.
    isSeen: (params) => params === undefined || fitting().has(params),
    // What is wrong with parameters is said of the file that sets them, whether or not a file is linted with them.
    report: () => undefined,
  });
}
