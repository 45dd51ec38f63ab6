import { literalRun, parseShell, type Span } from '@dockwarden-internal/syntax';
import { readHealthcheck } from '../compose/read/healthcheck.ts';
import { memo } from '../kernel/memo.ts';
import { known, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Probe } from '../model/runtime.ts';
import type { Healthcheck, Service } from '../model/service.ts';
import { askingShell, probeCommandIndex, readProbeCommand } from '../runtime/probe-command.ts';
import { orDefault } from '../runtime/probe-of.ts';

export const healthcheckOf = memo((service: Service): Healthcheck | undefined => {
  const settings = readHealthcheck(service.settings.value);
  return settings && { service, settings, place: settings.place };
});

/** A service's health check as a probe; absent where it has no test of its own. */
export const probeOf = memo((service: Service): Probe | undefined => {
  const settings = healthcheckOf(service)?.settings;
  if (!settings || (!settings.test && settings.disabled !== true)) return undefined;
  const times: Pick<Probe, 'interval' | 'timeout' | 'startPeriod' | 'retries' | 'place' | 'service'> = {
    interval: orDefault(settings.interval?.value),
    timeout: orDefault(settings.timeout?.value),
    startPeriod: settings.startPeriod?.value,
    retries: orDefault(settings.retries?.value),
    place: settings.test?.place ?? settings.place,
    service,
  };
  if (settings.disabled === true)
    return { disabled: true, program: undefined, url: undefined, port: undefined, local: undefined, ...times };
  const { words, via, programPlace } = commandWords(settings.test!);
  if (words === unresolved)
    return { disabled: false, program: unresolved, url: unknown, port: unknown, local: unknown, ...times };
  const { programPath, url, port, local, ...read } = readProbeCommand(words);
  const program = askingShell(words, via) ?? read.program;
  return {
    disabled: false,
    program,
    ...(programPath !== undefined && { programPath }),
    url,
    port,
    local,
    ...times,
    ...(programPlace && { programPlace }),
  };
});

type Test = NonNullable<NonNullable<ReturnType<typeof readHealthcheck>>['test']>;

interface TestCommand {
  readonly words: readonly string[] | typeof unresolved;
  /** The shells and wrappers around it. */
  readonly via: readonly string[];
  readonly programPlace?: Probe['place'];
}

/** The command of a test that does the asking. Places inside a YAML string are not worked out: the line is underlined. */
function commandWords({ form, words }: Test): TestCommand {
  const first = words[0];
  if (!first) return { words: [], via: [] };
  const programPlace = first.place;
  const values = words.map((word) => known<string>(word.value as Maybe<string>) ?? unresolved);
  if (values.includes(unresolved)) return { words: unresolved, via: [], programPlace };
  const texts = values as readonly string[];
  // `$$` reaches the container's shell as `$`.
  const span: Span = first.place.span;
  const { commands } =
    form === 'exec' ? literalRun(texts.map((value) => ({ value, span }))) : parseShell(texts[0]!, () => span);
  const all = commands.map((command) =>
    [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])].map((word) => word.shown),
  );
  const at = probeCommandIndex(all) ?? 0;
  return { words: all[at] ?? [], via: commands[at]?.via ?? [], programPlace };
}
