import type { DocumentPath } from '@dockwarden-internal/policy';
import { isMap } from '@dockwarden-internal/syntax';
import { LEVELS, sayMisshapen } from './hadolint-options.ts';
import type { HadolintProblem, Say } from './hadolint-problem.ts';

/** What of a `.hadolint.yaml` has a meaning here. */
export interface HadolintDocument {
  /** Rules that are not looked for. */
  readonly ignored: readonly string[];
  /** Rules by the severity that they are given, hadolint's `style` as `info`. */
  readonly override: Readonly<Record<'error' | 'warning' | 'info', readonly string[]>>;
  readonly trustedRegistries: readonly string[];
  /** Types of labels by key. */
  readonly labelSchema: Readonly<Record<string, string>>;
  readonly strictLabels: boolean;
  /** Whether comments `# hadolint ignore=…` silence nothing. */
  readonly deaf: boolean;
}

/** Reads the plain data of a `.hadolint.yaml`; every fault is one sentence, and what is right holds all the same. */
export function readHadolintDocument(data: unknown): {
  readonly document: HadolintDocument;
  readonly problems: readonly HadolintProblem[];
} {
  const problems: HadolintProblem[] = [];
  const say: Say = (path, message, { hint, atKey = false } = {}) =>
    void problems.push({ path, atKey, message, ...(hint !== undefined && { hint }) });
  const given = data ?? {};
  if (!isMap(given)) say([], 'this file is no map of options');
  const root = isMap(given) ? given : {};
  sayMisshapen(root, say);
  return {
    document: {
      override: overrideIn(root['override'], say),
      labelSchema: labelSchemaIn(root['label-schema'], say),
      ignored: rulesIn(root['ignored'], ['ignored'], say),
      trustedRegistries: registriesIn(root['trustedRegistries'], say),
      strictLabels: root['strict-labels'] === true,
      deaf: root['disable-ignore-pragma'] === true,
    },
    problems,
  };
}

function overrideIn(value: unknown, say: Say): HadolintDocument['override'] {
  const levels = isMap(value) ? value : {};
  for (const level of Object.keys(levels))
    if (!LEVELS.includes(level))
      say(['override', level], `\`${level}\` is no severity`, { atKey: true, hint: `there are ${LEVELS.join(', ')}` });
  const at = (level: string) => rulesIn(levels[level], ['override', level], say);
  return { error: at('error'), warning: at('warning'), info: [...at('info'), ...at('style')] };
}

/** hadolint's names of the forms of labels. Source: hadolint's README, "Linting Labels". */
const LABEL_TYPES = ['text', 'rawtext', 'url', 'rfc3339', 'spdx', 'hash', 'githash', 'semver', 'email'];

function labelSchemaIn(value: unknown, say: Say): Record<string, string> {
  const types = Object.entries(isMap(value) ? value : {}).flatMap(([key, type]) => {
    if (typeof type === 'string' && LABEL_TYPES.includes(type.toLowerCase())) return [[key, type.toLowerCase()]];
    const hint = `there are ${LABEL_TYPES.join(', ')}`;
    say(['label-schema', key], `${JSON.stringify(type)} is no form of a label`, { hint });
    return [];
  });
  return Object.fromEntries(types);
}

/** hadolint takes a single registry without a list. */
function registriesIn(value: unknown, say: Say): string[] {
  return textsIn(typeof value === 'string' ? [value] : value, ['trustedRegistries'], say).map(({ text }) => text);
}

function rulesIn(value: unknown, path: DocumentPath, say: Say): string[] {
  return textsIn(value, path, say).flatMap(({ text, path: way }) => {
    if (/^(?:DL|SC)\d{4}$/.test(text)) return [text];
    say(way, `\`${text}\` is no rule of hadolint`, { hint: 'rules are called DL3008 or SC2086' });
    return [];
  });
}

function textsIn(value: unknown, path: DocumentPath, say: Say): { text: string; path: DocumentPath }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    say(path, `\`${path.join('.')}\` is a list of texts`);
    return [];
  }
  return value.flatMap((item, index) => {
    const way = [...path, index];
    if (typeof item === 'string') return [{ text: item, path: way }];
    say(way, `\`${path.join('.')}\` is a list of texts`);
    return [];
  });
}
