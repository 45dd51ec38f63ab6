import { type JsonString, literalRun, type Place, type SourceText } from '@dockwarden-internal/syntax';
import { at, type Located } from '../compose/located.ts';
import { readCommandLine } from '../compose/read/command.ts';
import { readHealthcheck } from '../compose/read/healthcheck.ts';
import type { Setting } from '../compose/read/setting.ts';
import { splitWords } from '../compose/read/split-words.ts';
import { expand } from '../compose/variables/expand.ts';
import { commandCredentials } from '../credential/command-credentials.ts';
import { memo } from '../kernel/memo.ts';
import type { Service } from '../model/service.ts';
import type { Credential } from '../model/text.ts';

/**
 * The secrets that are written out in what a service starts: its entrypoint, its command, its hooks and its health check. What a variable hands in
 * is not written out.
 */
export const serviceCredentials = memo((service: Service): readonly Credential[] => {
  const { value } = service.settings;
  const lines = [value, ...hooksOf(value)].flatMap((each) =>
    ['entrypoint', 'command'].flatMap((key) => readCommandLine(at(each, key)) ?? []),
  );
  const test = readHealthcheck(value)?.test;
  return [
    ...lines.flatMap(({ form, settings }) => (form === 'line' ? inLine(settings[0]!) : inWords(settings))),
    ...(test?.form === 'exec' ? inWords(test.words) : (test?.words ?? []).flatMap(inLine)),
  ].map((place) => ({ service, place }));
});

/** What runs around the service: before it starts, beside it, before it stops. Source: Compose file reference, "pre_start", "post_start", "pre_stop". */
function hooksOf(service: Located): Located[] {
  return ['pre_start', 'post_start', 'pre_stop'].flatMap((key) => {
    const hooks = at(service, key);
    return hooks?.kind === 'list' ? hooks.items : [];
  });
}

/** The words that hold one. */
function inWords(settings: readonly Setting<string>[]): Place[] {
  const words = settings.map((setting) => ({ value: writtenOut(setting), span: setting.place.span }));
  const starts = secretStarts(words, settings[0]?.place.source);
  // Places inside a string are those of JSON, which YAML need not be: the whole of it is meant.
  return settings.flatMap(({ place }) =>
    starts.some((start) => start >= place.span.start && start <= place.span.end) ? [place] : [],
  );
}

function inLine(setting: Setting<string>): Place[] {
  const { place } = setting;
  const words = splitWords(writtenOut(setting))?.map((value) => ({ value, span: place.span }));
  return secretStarts(words ?? [], place.source).length > 0 ? [place] : [];
}

/** The text without what variables hand in, or would by their defaults. */
function writtenOut({ text, variables, node }: Setting<string>): string {
  if (variables.length === 0) return text;
  const whole = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
  return whole === undefined ? HANDED_IN : expand(whole, { get: () => HANDED_IN, unset: 'keep' }).text;
}

function secretStarts(words: readonly JsonString[], source: SourceText | undefined): number[] {
  if (!source) return [];
  return literalRun(words)
    .commands.flatMap((command) => commandCredentials(command, source, { exports: true }))
    .map(({ start }) => start);
}

/** What is no secret by its look, so that the words around it keep their meaning. */
const HANDED_IN = '$';
