import type { BaseFacts } from '../bases/base-facts.ts';
import { holdsProgram, shellNames } from '../bases/holds-program.ts';
import { at } from '../compose/located.ts';
import { readFileMounts } from '../compose/read/attachments.ts';
import { readKeyValues } from '../compose/read/key-values.ts';
import { readList } from '../compose/read/service.ts';
import { imageBase } from '../image/image-base.ts';
import { isWithin } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';
import type { Service } from '../model/service.ts';
import { baseName } from '../runtime/dev-server.ts';
import { readPortSpec } from '../runtime/port-spec.ts';
import { isPartialService } from './partial.ts';
import { buildOf } from './service-build.ts';
import { imageBuiltBy, serviceImage } from './service-image.ts';
import { volumesOf } from './service-mounts.ts';
import { portsOf } from './service-ports.ts';
import { serviceProcess } from './service-process.ts';

/** The image of a service that runs one as it is; unknown where another service builds it, or where the rest of the service is not seen. */
export function imageAsItIs(service: Service): Maybe<Image> {
  if (buildOf(service)) return undefined;
  const image = serviceImage(service);
  return image && (imageBuiltBy(service) || isPartialService(service)) ? unknown : image;
}

/** Whether that image has a program; unknown where the service may bring it along: by a mount, a hook, or what it starts instead. */
export function programInServiceImage(service: Service, program: string): Maybe<boolean> {
  const base = baseAsItIs(service);
  const held = holdsProgram(base, program);
  return held === false && base && !isUnsure(base) && mayBring(service, program, base) ? unknown : held;
}

/**
 * Whether that image, or the service (`ports`, `expose`), says that it serves a port. False only for a service that sets nothing by which
 * the image's own server may listen elsewhere: no command, variables, settings or network of another container.
 */
export function portInServiceImage(service: Service, port: number): Maybe<boolean> {
  const base = baseAsItIs(service);
  if (base === undefined || isUnsure(base) || base.ports.length === 0) return unknown;
  if (base.ports.includes(port) || isNamedPort(service, port)) return true;
  return base.asOf === undefined || mayListenElsewhere(service, base) ? unknown : false;
}

function baseAsItIs(service: Service): Maybe<BaseFacts> {
  const image = imageAsItIs(service);
  return image === undefined || isUnsure(image) ? unknown : imageBase(image);
}

/** Folders of programs, and those above them. */
const PROGRAM_FOLDERS = /^\/(?:usr\/?)?(?:local\/?)?(?:s?bin\/?)?$/;

function mayBring(service: Service, program: string, base: BaseFacts): boolean {
  const { value } = service.settings;
  const name = baseName(program) ?? program;
  const targets = [
    ...volumesOf(service).map(({ target }) => target),
    ...(['secrets', 'configs'] as const).flatMap((key) =>
      readFileMounts(value, key).map(({ target }) => target?.value ?? ''),
    ),
  ];
  return (
    targets.some((target) => typeof target !== 'string' || PROGRAM_FOLDERS.test(target) || baseName(target) === name) ||
    readKeyValues(at(value, 'environment')).some((entry) => entry.name === 'PATH') ||
    at(value, 'post_start') !== undefined ||
    mayInstall(service, base)
  );
}

/** What starts instead of the image's own process may install programs, unless it is one of the image's that is no shell, or its arguments. */
function mayInstall(service: Service, base: BaseFacts): boolean {
  const started = serviceProcess(service);
  if (!started) return false;
  const { program, shellWrapped, words } = started;
  const first = words[0]?.value;
  if (typeof program !== 'string' || typeof first !== 'string') return true;
  if (shellWrapped !== false || shellNames.has(baseName(first) ?? first)) return true;
  return !program.startsWith('-') && !base.programs.includes(program);
}

function isNamedPort(service: Service, port: number): boolean {
  const published = portsOf(service).map(({ settings }) => settings.target?.value);
  const exposed = readList(service.settings, 'expose').map(({ value }) =>
    isUnsure(value) ? undefined : readPortSpec(value),
  );
  return (
    published.some((target) => target === port || isUnsure(target)) ||
    exposed.some((spec) => !spec || (spec.first! <= port && port <= spec.last!))
  );
}

const LISTENING = ['command', 'entrypoint', 'environment', 'env_file', 'configs', 'network_mode', 'post_start'];

/** Data and what is served, by the Filesystem Hierarchy Standard, are no settings. */
const CONTENT = '/usr/share';

function mayListenElsewhere(service: Service, base: BaseFacts): boolean {
  if (LISTENING.some((key) => at(service.settings.value, key))) return true;
  return volumesOf(service).some(
    ({ target }) => typeof target !== 'string' || ![CONTENT, ...base.data].some((folder) => isWithin(target, folder)),
  );
}
