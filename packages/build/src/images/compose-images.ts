import {
  buildOf,
  contextFolder,
  contextKind,
  dockerfilePath,
  folderOf,
  known,
  projectAt,
  purposeOf,
  resolvePath,
  type Service,
  serviceImage,
  stagesByName,
  type World,
} from '@dockwarden-internal/facts';
import type { ImageSettings } from '@dockwarden-internal/policy';
import { fileImageName } from './dockerfile-images.ts';
import type { Drafted, ImageDraft, ImageNote } from './image-draft.ts';

/** The images that Compose services build. Files for development make none, and neither does a stage for development or tests. */
export function composeImages(world: World, isTaken: (dockerfile: string) => boolean): Drafted {
  const built: Built[] = [];
  const notes: ImageNote[] = [];
  for (const service of shippedServices(world)) {
    const found = readBuilt(world, service, isTaken);
    if (!found) continue;
    if ('message' in found) notes.push(found);
    else built.push(found);
  }
  const distinct = [...new Map(built.map((each) => [each.identity, each] as const).reverse()).values()].reverse();
  const names = new Map(distinct.map((each) => [each.identity, nameOf(world, each, distinct)]));
  const byService = new Map(built.map(({ service, identity }) => [service.name, names.get(identity)!]));
  return {
    drafts: distinct.map((each) => draftOf(each, names.get(each.identity)!, byService)),
    diagnostics: [],
    notes,
  };
}

interface Built {
  readonly service: Service;
  readonly dockerfile: string;
  readonly context: string;
  readonly target?: string;
  readonly settings: ImageSettings;
  /** Equal for services that build the same. */
  readonly identity: string;
}

/** Each service that is built once: as files for production have it, else as the base has it. */
function shippedServices(world: World): Service[] {
  const found = new Map<string, Service>();
  for (const compose of world.composes) {
    const { environment } = compose.model;
    if (environment === 'development') continue;
    for (const service of compose.services) {
      const key = `${compose.files[0]?.source.path}: ${service.name}`;
      const before = found.get(key)?.compose.model.environment;
      if (!found.has(key) || (before === undefined && environment === 'production')) found.set(key, service);
    }
  }
  return [...found.values()];
}

function readBuilt(world: World, service: Service, isTaken: (path: string) => boolean): Built | ImageNote | undefined {
  const build = buildOf(service);
  if (!build) return undefined;
  const { settings, place } = build;
  const note = (why: string): ImageNote => ({
    message: `no image is built of the service ${service.name}: ${why}`,
    place,
  });
  if (settings.dockerfileInline) return note('its Dockerfile is written into the Compose file');
  const dockerfile = known(dockerfilePath(build));
  const context = known(contextFolder(build));
  if (dockerfile === undefined || context === undefined)
    return note('its context is not a folder of the workspace, or hangs on a variable');
  if (isTaken(dockerfile)) return undefined;
  if (settings.target && known(settings.target.value) === undefined) return note('its target hangs on a variable');
  const parsed = world.dockerfileAt(dockerfile);
  if (!parsed) return note(`there is no ${dockerfile}`);
  const target = known(settings.target?.value) || undefined;
  const stage = target === undefined ? undefined : stagesByName(parsed).get(target.toLowerCase())?.at(-1);
  const purpose = stage && purposeOf(stage);
  if (purpose === 'development' || purpose === 'test') return undefined;
  const project = projectAt(world, folderOf(dockerfile));
  if (project && fileImageName(project, parsed) === undefined) return undefined;
  const asked = settingsOf(service, build);
  const identity = JSON.stringify([dockerfile, context, target ?? '', asked.args, asked.contexts, asked.platforms]);
  return { service, dockerfile, context, ...(target !== undefined && { target }), settings: asked, identity };
}

function settingsOf(service: Service, { settings }: NonNullable<ReturnType<typeof buildOf>>): ImageSettings {
  const pairs = (all: typeof settings.args) =>
    Object.fromEntries(
      all.flatMap(({ name, value }) => {
        const text = known(value?.value);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  const texts = (all: typeof settings.platforms) => all.flatMap(({ value }) => known(value) ?? []);
  const image = serviceImage(service)?.parsed;
  const folder = settings.value.folder;
  const contexts = Object.entries(pairs(settings.additionalContexts)).map(
    ([name, value]) =>
      [
        name,
        contextKind(value).kind === 'folder' && !value.startsWith('service:')
          ? (resolvePath(folder, value) ?? value)
          : value,
      ] as const,
  );
  return {
    args: pairs(settings.args),
    ...(contexts.length > 0 && { contexts: Object.fromEntries(contexts) }),
    ...(settings.platforms.length > 0 && { platforms: texts(settings.platforms) }),
    ...(settings.labels.length > 0 && { labels: pairs(settings.labels) }),
    ...(settings.cacheFrom.length > 0 && { cacheFrom: texts(settings.cacheFrom) }),
    ...(settings.cacheTo.length > 0 && { cacheTo: texts(settings.cacheTo) }),
    ...(image && { repository: image.familiarName, ...(image.tag !== undefined && { tags: [image.tag] }) }),
  };
}

/** The name of its Dockerfile's image; with the target where that Dockerfile gives several, with the service's where that does not tell them apart. */
function nameOf(world: World, built: Built, all: readonly Built[]): string {
  const dockerfile = world.dockerfileAt(built.dockerfile)!;
  const project = projectAt(world, folderOf(built.dockerfile));
  const name = project && fileImageName(project, dockerfile);
  if (name === undefined) return built.service.name;
  const same = all.filter((each) => each.dockerfile === built.dockerfile);
  if (same.length === 1) return name;
  const sameTarget = same.filter((each) => each.target === built.target);
  if (sameTarget.length > 1) return built.service.name;
  const last = dockerfile.stages.at(-1);
  const isLast =
    built.target === undefined || stagesByName(dockerfile).get(built.target.toLowerCase())?.at(-1) === last;
  return isLast ? name : `${name}-${built.target!.toLowerCase()}`;
}

function draftOf(
  { service, dockerfile, context, target, settings }: Built,
  name: string,
  byService: ReadonlyMap<string, string>,
): ImageDraft {
  const { world } = service.compose;
  const project = projectAt(world, folderOf(dockerfile))?.model.name;
  const file = service.place.source.path;
  // `service:base` is the image that the service base builds. Source: Compose specification, additional_contexts.
  const contexts = Object.entries(settings.contexts ?? {}).map(([key, value]) => {
    const of = value.startsWith('service:') ? value.slice('service:'.length) : undefined;
    return [key, of === undefined ? value : `target:${byService.get(of) ?? of}`] as const;
  });
  const build = buildOf(service)!;
  return {
    name,
    ...(project !== undefined && { project }),
    dockerfile,
    ...(target !== undefined && { target }),
    context,
    contextBy: `${file}: service ${service.name}`,
    declaredBy: `${file}: service ${service.name}`,
    settings: { ...settings, ...(contexts.length > 0 && { contexts: Object.fromEntries(contexts) }) },
    nameYields: true,
    placeOf: (key, entry) => {
      if (key === 'target' && build.settings.target) return { place: build.settings.target.place };
      const arg = key === 'args' ? build.settings.args.find((each) => each.name === entry) : undefined;
      return { place: arg?.place ?? build.place };
    },
  };
}
