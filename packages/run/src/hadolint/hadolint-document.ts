import type { DocumentPath } from '@dockwarden-internal/policy';
import { suggest } from '@dockwarden-internal/syntax';

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

export interface HadolintProblem {
  readonly path: DocumentPath;
  /** Whether it is about the key at the end of the path, and not about its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}

/**
 * hadolint's options. How its own run ends and what it prints (`failure-threshold`, `no-fail`, `format`, `no-color`, `verbose`) says
 * nothing of a file: these are held to their shape, and let be. Source: hadolint's README, "Configure".
 */
const OPTIONS: Readonly<Record<string, 'rules' | 'texts' | 'map' | 'flag' | 'threshold' | 'text'>> = {
  ignored: 'rules',
  override: 'map',
  trustedRegistries: 'texts',
  'label-schema': 'map',
  'strict-labels': 'flag',
  'disable-ignore-pragma': 'flag',
  'failure-threshold': 'threshold',
  format: 'text',
  'no-color': 'flag',
  'no-fail': 'flag',
  verbose: 'flag',
};

const LEVELS = ['error', 'warning', 'info', 'style'];
const THRESHOLDS = [...LEVELS, 'ignore', 'none'];

/** hadolint's names of the forms of labels. Source: hadolint's README, "Linting Labels". */
export const LABEL_TYPES = ['text', 'rawtext', 'url', 'rfc3339', 'spdx', 'hash', 'githash', 'semver', 'email'];

/** Reads the plain data of a `.hadolint.yaml`; every fault is one sentence, and what is right holds all the same. */
export function readHadolintDocument(data: unknown): {
  readonly document: HadolintDocument;
  readonly problems: readonly HadolintProblem[];
} {
  const problems: HadolintProblem[] = [];
  const say = (path: DocumentPath, message: string, { hint, atKey = false }: { hint?: string; atKey?: boolean } = {}) =>
    void problems.push({ path, atKey, message, ...(hint !== undefined && { hint }) });
  const given = data ?? {};
  if (!isMap(given)) say([], 'this file is no map of options');
  const root = isMap(given) ? given : {};

  for (const [key, value] of Object.entries(root)) {
    if (!Object.hasOwn(OPTIONS, key)) {
      const near = suggest(key, Object.keys(OPTIONS));
      say([key], `\`${key}\` is no option of hadolint`, {
        atKey: true,
        ...(near && { hint: `did you mean \`${near}\`?` }),
      });
      continue;
    }
    if (value === null) continue;
    switch (OPTIONS[key]) {
      case 'flag':
        if (typeof value !== 'boolean') say([key], `\`${key}\` is true or false`);
        break;
      case 'map':
        if (!isMap(value)) say([key], `\`${key}\` is a map`);
        break;
      case 'text':
        if (typeof value !== 'string') say([key], `\`${key}\` is a text`);
        break;
      case 'threshold':
        if (!THRESHOLDS.includes(String(value)))
          say([key], `${JSON.stringify(value)} is no threshold`, { hint: `there are ${THRESHOLDS.join(', ')}` });
    }
  }

  const texts = (value: unknown, path: DocumentPath): { text: string; path: DocumentPath }[] => {
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
  };
  const rules = (value: unknown, path: DocumentPath): string[] =>
    texts(value, path).flatMap(({ text, path: way }) => {
      if (/^(?:DL|SC)\d{4}$/.test(text)) return [text];
      say(way, `\`${text}\` is no rule of hadolint`, { hint: 'rules are called DL3008 or SC2086' });
      return [];
    });
  /** hadolint takes a single registry without a list. */
  const registries = (value: unknown): string[] =>
    texts(typeof value === 'string' ? [value] : value, ['trustedRegistries']).map(({ text }) => text);

  const levels = isMap(root['override']) ? root['override'] : {};
  for (const level of Object.keys(levels))
    if (!LEVELS.includes(level))
      say(['override', level], `\`${level}\` is no severity`, { atKey: true, hint: `there are ${LEVELS.join(', ')}` });
  const at = (level: string) => rules(levels[level], ['override', level]);

  const labelSchema: Record<string, string> = {};
  for (const [key, type] of Object.entries(isMap(root['label-schema']) ? root['label-schema'] : {})) {
    const hint = `there are ${LABEL_TYPES.join(', ')}`;
    if (typeof type === 'string' && LABEL_TYPES.includes(type.toLowerCase())) labelSchema[key] = type.toLowerCase();
    else say(['label-schema', key], `${JSON.stringify(type)} is no form of a label`, { hint });
  }
  return {
    document: {
      ignored: rules(root['ignored'], ['ignored']),
      override: { error: at('error'), warning: at('warning'), info: [...at('info'), ...at('style')] },
      trustedRegistries: registries(root['trustedRegistries']),
      labelSchema,
      strictLabels: root['strict-labels'] === true,
      deaf: root['disable-ignore-pragma'] === true,
    },
    problems,
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
