import { textAt } from '@dockwarden-internal/syntax';
import { count, flag, kind, link, many, milliseconds, port, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Probe } from '../model/runtime.ts';
import { imageAsItIs, portInServiceImage, programInServiceImage } from '../service/image-probe.ts';
import { probeImage, runsIn, servedPorts } from '../stage/probe.ts';
import { hasProgram } from '../stage/programs.ts';
import { timingPlace } from '../stage/timing-place.ts';

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
      'Whether the image that runs the check has the program; unknown where that cannot be told, as for a service that may bring it along by a mount or its command.',
      programInImage,
      {
        at: (probe) => probe.programPlace,
      },
    ),
    url: text(
      'The address that is asked, where it is a URL; absent where it is none, unknown where a variable holds the command.',
      (probe) => probe.url,
      { at: (probe) => probe.urlPlace },
    ),
    port: port(
      'The port that is asked; absent for a check that asks nobody over a network, unknown where a variable holds the command.',
      (probe) => probe.port,
      {
        at: (probe) => probe.portPlace,
      },
    ),
    portInImage: flag(
      'Whether the image that a service runs as it is, or the service, says that it serves that port; unknown where the command, variables, mounts or network of the service may change that, absent for a check that a built image runs.',
      portInImage,
      { at: (probe) => probe.portPlace },
    ),
    local: flag(
      'True where the container itself is asked; absent where nobody is, unknown where a variable holds the command.',
      (probe) => probe.local,
    ),
    interval: milliseconds('Time between two checks; absent: 30 s.', (probe) => probe.interval, {
      at: (probe) => timingPlace(probe, 'interval'),
    }),
    timeout: milliseconds('Time for one check; absent: 30 s.', (probe) => probe.timeout, {
      at: (probe) => timingPlace(probe, 'timeout'),
    }),
    startPeriod: milliseconds('Time in which failures do not count; absent: none.', (probe) => probe.startPeriod, {
      at: (probe) => timingPlace(probe, 'startPeriod'),
    }),
    startInterval: milliseconds(
      'Time between checks in the start period; absent: 5 s.',
      (probe) => probe.startInterval,
      { at: (probe) => timingPlace(probe, 'startInterval') },
    ),
    retries: count('Failures in a row that make the container unhealthy; absent: 3.', (probe) => probe.retries, {
      at: (probe) => timingPlace(probe, 'retries'),
    }),
    runsIn: link('stage', 'The stage whose container runs it; unknown for an image that cannot be seen.', runsIn),
    image: link(
      'image',
      'The image on which the container that runs it stands: what FROM of that stage names, or what a service runs as it is.',
      probeImage,
    ),
    servedPorts: many(
      'port',
      'Ports that this container says it serves: those of the stage, or of the image that a service runs as it is.',
      servedPorts,
    ),
    instruction: link(
      'instruction',
      'The HEALTHCHECK; absent for that of a service or a base image.',
      (probe) => probe.instruction,
    ),
    service: link('service', 'The service; absent for HEALTHCHECK.', (probe) => probe.service),
    dockerfile: link('dockerfile', 'The Dockerfile; absent for that of a service.', (probe) => probe.dockerfile),
    text: text('As written.', ({ place }) => textAt(place)),
  },
});

function programInImage(probe: Probe) {
  const { program, programPath } = probe;
  if (program === undefined || isUnsure(program)) return program;
  const { service } = probe;
  if (service && imageAsItIs(service)) return programInServiceImage(service, programPath ?? program);
  const stage = runsIn(probe);
  return stage === undefined || isUnsure(stage) ? stage : hasProgram(stage, programPath ?? program);
}

function portInImage({ port: asked, service }: Probe) {
  if (!service || !imageAsItIs(service) || asked === undefined || isUnsure(asked)) return undefined;
  return portInServiceImage(service, asked);
}
