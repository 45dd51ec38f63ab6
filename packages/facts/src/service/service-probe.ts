import { parseShell, type Span } from '@dockwarden-internal/syntax';
import { readHealthcheck } from '../compose/read/healthcheck.ts';
import { memo } from '../kernel/memo.ts';
import { known, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Probe } from '../model/runtime.ts';
import type { Healthcheck, Service } from '../model/service.ts';
import { probeCommandIndex, readProbeCommand } from '../runtime/probe-command.ts';

export const healthcheckOf = memo((service: Service): Healthcheck | undefined => {
  const settings = readHealthcheck(service.settings.value);
  return settings && { service, settings, place: settings.place };
});

/** A service's health check as a probe; absent where it has no test of its own. */
export const probeOf = memo((service: Service): Probe | undefined => {
  const settings = healthcheckOf(service)?.settings;
  if (!settings || (!settings.test && settings.disabled !== true)) return undefined;
  const times: Pick<Probe, 'interval' | 'timeout' | 'startPeriod' | 'retries' | 'place' | 'service'> = {
    interval: settings.interval?.value,
    timeout: settings.timeout?.value,
    startPeriod: settings.startPeriod?.value,
    retries: settings.retries?.value,
    place: settings.test?.place ?? settings.place,
    service,
  };
  if (settings.disabled === true)
    return { disabled: true, program: undefined, url: undefined, port: undefined, local: undefined, ...times };
  const { words, programPlace } = commandWords(settings.test!);
  if (words === unresolved)
    return { disabled: false, program: unresolved, url: unknown, port: unknown, local: unknown, ...times };
  const { program, programPath, url, port, local } = readProbeCommand(words);
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

function commandWords(test: Test): { words: readonly string[] | typeof unresolved; programPlace?: Probe['place'] } {
  const first = test.words[0];
  if (!first) return { words: [] };
  if (test.form === 'exec') {
    const words = test.words.map((word) => known<string>(word.value as Maybe<string>));
    return { words: words.includes(undefined) ? unresolved : (words as string[]), programPlace: first.place };
  }
  const line = known<string>(first.value as Maybe<string>);
  if (line === undefined) return { words: unresolved };
  // `$$` reaches the container's shell as `$`. Places inside a YAML string are not worked out: the line is underlined.
  const span: Span = first.place.span;
  const { commands } = parseShell(line, () => span);
  const all = commands.map((command) => command.words.map((word) => word.shown));
  return { words: all[probeCommandIndex(all) ?? 0] ?? [], programPlace: first.place };
}
