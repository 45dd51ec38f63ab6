import { portsOfImage } from '../image/contents.ts';
import { fromImage } from '../image/from-image.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Image } from '../model/image.ts';
import type { Port, Probe } from '../model/runtime.ts';
import { portsOfStage } from '../runtime/exposed-ports.ts';
import { probeIn } from '../runtime/probe-of.ts';
import { imageAsItIs } from '../service/image-probe.ts';
import { stageOfService } from '../service/service-build.ts';
import { isFinal } from './final.ts';
import { fromWord } from './from-word.ts';
import { rootBase, rootStage } from './root.ts';
import { endOf, lastBefore } from './timeline.ts';

/** The health check in force: the last HEALTHCHECK of the chain, `HEALTHCHECK NONE` included, else the base image's. */
export function probeOfStage(stage: Stage): Maybe<Probe> {
  const set = lastBefore(endOf(stage), 'healthcheck')?.instruction;
  return set ? probeIn(set) : baseProbe(rootStage(stage));
}

/** That there is one is all that is known of a base image's. */
const baseProbe = memo((stage: Stage): Maybe<Probe> => {
  const base = rootBase(stage);
  if (isUnsure(base)) return unknown;
  if (!base?.healthcheck) return undefined;
  const { dockerfile } = stage;
  const place = placeOf(dockerfile, fromWord(stage)?.span ?? { start: 0, end: 0 });
  const hidden = { program: unknown, url: unknown, port: unknown, local: unknown } as const;
  const timings = {
    interval: unknown,
    timeout: unknown,
    startPeriod: unknown,
    startInterval: unknown,
    retries: unknown,
  } as const;
  return { disabled: false, ...hidden, ...timings, place, dockerfile };
});

/**
 * The stage whose container runs a health check: the last image-making stage that has it from here, else the stage that it stands in; for a
 * service's, the stage that the service builds. Unknown for a service that runs an image as it is, for a trigger's and for a base image's.
 */
export const runsIn = memo((probe: Probe): Maybe<Stage> => {
  const { instruction, dockerfile, service } = probe;
  if (service) return stageOfService(service) ?? unknown;
  const stage = instruction?.stage;
  if (!stage || !dockerfile || instruction.onbuild) return unknown;
  return dockerfile.stages.findLast((each) => isFinal(each) && probeOfStage(each) === probe) ?? stage;
});

/** The image on which the container that runs a health check stands: what FROM of its stage names, or what a service runs as it is. */
export const probeImage = memo((probe: Probe): Maybe<Image> => {
  const own = probe.service && imageAsItIs(probe.service);
  if (own) return own;
  const stage = runsIn(probe);
  return stage === undefined || isUnsure(stage) ? stage : fromImage(stage);
});

/** The ports that the container says it serves. */
export function servedPorts(probe: Probe): Maybe<readonly Port[]> {
  const image = probe.service && imageAsItIs(probe.service);
  if (image !== undefined) return isUnsure(image) ? image : portsOfImage(image);
  const stage = runsIn(probe);
  return stage === undefined || isUnsure(stage) ? stage : portsOfStage(stage);
}
