import { positionAt } from '@dockwarden-internal/syntax';
import type { ReadHadolint } from '../../hadolint/read-hadolint.ts';
import { type AliasIndex, idsOf } from '../../policies/aliases.ts';
import type { Remark } from '../migration.ts';

/** Our names of hadolint's formats; the others have no counterpart. Source: hadolint's README, "Configure". */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tty: 'pretty',
    json: 'json',
    sarif: 'sarif',
    codeclimate: 'gitlab',
    gitlab_codeclimate: 'gitlab',
  }),
);

/** The options of a `.hadolint.yaml` that no key of `dockwarden.yaml` stands for, each with what to do instead. */
export function leftBehind(
  path: string,
  { data, placeOf }: ReadHadolint,
  aliases: AliasIndex,
  isRoot: boolean,
): readonly Remark[] {
  const options = (data ?? {}) as Readonly<Record<string, unknown>>;
  const at = (way: readonly (string | number)[], text: string): Remark => {
    const { source, span } = placeOf(way, way.length === 1);
    return { path, line: positionAt(source, span.start).line, text };
  };
  const remarks: Remark[] = [];
  for (const [key, value] of Object.entries(options)) {
    const sentence = sentenceOf(key, value, isRoot);
    if (sentence !== undefined) remarks.push(at([key], sentence));
  }
  const ways: (readonly (string | number)[])[] = [
    ['ignored'],
    ...['error', 'warning', 'info', 'style'].map((level) => ['override', level]),
  ];
  for (const way of ways) {
    const rules = way.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], options);
    if (!Array.isArray(rules)) continue;
    rules.forEach((rule: string, index) => {
      const alias = `hadolint:${rule}`;
      if (!rule.startsWith('SC') && idsOf(alias, aliases)[0] === alias)
        remarks.push(at([...way, index], `no policy carries ${rule}, so nothing has to be said of it`));
    });
  }
  return remarks;
}

function sentenceOf(key: string, value: unknown, isRoot: boolean): string | undefined {
  switch (key) {
    case 'disable-ignore-pragma':
      return value === true && !isRoot
        ? 'comments `# hadolint ignore=…` count here as soon as this file is gone: `waivers.inline` speaks of the whole workspace'
        : undefined;
    case 'failure-threshold':
      return thresholdSentence(String(value));
    case 'no-fail':
      return value === true ? 'the exit code is for the command line to say: dockwarden lint || true' : undefined;
    case 'format': {
      const ours = FORMATS.get(String(value));
      return ours === undefined
        ? `there is no format like ${String(value)}: dockwarden lint --help lists ours`
        : `the format is for the command line to say: dockwarden lint --format ${ours}`;
    }
    case 'no-color':
      return value === true ? 'colours are for the environment to say: NO_COLOR=1' : undefined;
    case 'verbose':
      return value === true ? 'what is printed is for the command line to say: dockwarden lint --verbose' : undefined;
    default:
      return undefined;
  }
}

function thresholdSentence(threshold: string): string {
  if (threshold === 'none' || threshold === 'ignore')
    return 'the exit code is for the command line to say: dockwarden lint || true';
  const level = threshold === 'style' ? 'info' : threshold;
  return `when a run fails is for the command line to say: dockwarden lint --fail-on ${level}`;
}
