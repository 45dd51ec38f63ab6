import { vocabulary } from '@dockwarden-internal/facts';
import { compilePolicy, type PolicySetting, splitId } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type AliasIndex, idsOf } from './aliases.ts';
import type { CompileSettings } from './compile-settings.ts';
import type { SettingsFile } from './settings-files.ts';

type KnownPolicies = Omit<CompileSettings, 'fitting' | 'replaced'> & { readonly aliases: AliasIndex };

/**
 * Parameters of a configuration or a pack that their policy does not have, or with which it cannot be read; also those of a policy
 * that is off, or is about none of the files that are there.
 */
export function paramProblems({ maps, path, placeOf }: SettingsFile, known: KnownPolicies): Diagnostic[] {
  return maps.flatMap(({ way, settings }) =>
    Object.entries(settings).flatMap(([word, setting]) => {
      const params = paramsOf(setting);
      if (!params) return [];
      const policies = new Set(idsOf(word, known.aliases).map((id) => splitId(id).policy));
      return [...policies].flatMap((policy) =>
        problemsWith(policy, params, known).map(({ at, ...problem }): Diagnostic => {
          const where = placeOf ? { place: placeOf([...way, word, ...at]) } : path === undefined ? {} : { path };
          return { code: 'config/param', ...problem, ...where, exit: 2 };
        }),
      );
    }),
  );
}

function paramsOf(setting: PolicySetting): Readonly<Record<string, unknown>> | undefined {
  return typeof setting === 'object' ? setting.params : undefined;
}

interface ParamProblem {
  readonly message: string;
  readonly hint?: string;
  /** The way from the setting. */
  readonly at: readonly (string | number)[];
}

function problemsWith(
  policy: string,
  params: Readonly<Record<string, unknown>>,
  { documents, sharedTerms, patternFor }: KnownPolicies,
): ParamProblem[] {
  const document = documents.get(policy);
  if (!document) return [];
  const found = new Map<string, ParamProblem>();
  const names = Object.keys(params);
  compilePolicy({
    document,
    vocabulary,
    compilePattern: patternFor(policy),
    sharedTerms,
    settings: { params },
    report: ({ code, path, message, hint }) => {
      // What is wrong within the policy is wrong because of a value that it was given: by itself it was found whole.
      const said =
        code === 'config/param'
          ? { message, at: path }
          : { message: `${policy}: ${message}`, at: names.length === 1 ? ['params', names[0]!] : ['params'] };
      found.set(said.message, { ...said, ...(hint !== undefined && { hint }) });
    },
  });
  return [...found.values()];
}
