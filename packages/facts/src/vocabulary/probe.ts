import { count, flag, kind, link, milliseconds, port, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Probe } from '../model/runtime.ts';
import { runsIn } from '../stage/probe.ts';
import { hasProgram } from '../stage/programs.ts';

export const probeKind = kind('probe', {
  doc: 'A health check: HEALTHCHECK, or that of a service.',
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  place: (probe) => probe.place,
  properties: {
    disabled: flag('True for `HEALTHCHECK NONE`.', (probe) => probe.disabled),
    program: text(
      'The program that does the asking, without its folder; absent for a check that is disabled or runs nothing.',
      (probe) => probe.program,
      {
        at: (probe) => probe.programPlace,
      },
    ),
    programInImage: flag(
      'Whether the image that runs the check has the program; unknown where that cannot be told.',
      programInImage,
      {
        at: (probe) => probe.programPlace,
      },
    ),
    url: text('The address that is asked, where it is a URL.', (probe) => probe.url, { at: (probe) => probe.urlPlace }),
    port: port('The port that is asked; absent for a check that asks nobody over a network.', (probe) => probe.port, {
      at: (probe) => probe.portPlace,
    }),
    local: flag('True where the container itself is asked; absent where nobody is.', (probe) => probe.local),
    interval: milliseconds('Time between two checks; absent: 30 s.', (probe) => probe.interval),
    timeout: milliseconds('Time for one check; absent: 30 s.', (probe) => probe.timeout),
    startPeriod: milliseconds('Time in which failures do not count; absent: none.', (probe) => probe.startPeriod),
    startInterval: milliseconds(
      'Time between checks in the start period; absent: 5 s.',
      (probe) => probe.startInterval,
    ),
    retries: count('Failures in a row that make the container unhealthy; absent: 3.', (probe) => probe.retries),
    runsIn: link('stage', 'The stage whose container runs it; unknown for an image that cannot be seen.', runsIn),
    instruction: link(
      'instruction',
      'The HEALTHCHECK; absent for that of a service or a base image.',
      (probe) => probe.instruction,
    ),
    service: link('service', 'The service; absent for HEALTHCHECK.', (probe) => probe.service),
    dockerfile: link('dockerfile', 'The Dockerfile; absent for that of a service.', (probe) => probe.dockerfile),
    text: text('As written.', ({ place: { source, span } }) => source.text.slice(span.start, span.end)),
  },
});

function programInImage(probe: Probe) {
  const { program, programPath } = probe;
  if (program === undefined || isUnsure(program)) return program;
  const stage = runsIn(probe);
  return stage === undefined || isUnsure(stage) ? stage : hasProgram(stage, programPath ?? program);
}
