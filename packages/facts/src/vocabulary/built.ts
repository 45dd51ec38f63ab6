import { builtEnv, builtLabels, builtLayers } from '../built/built-images.ts';
import { bytes, count, flag, kind, link, many, text, texts } from '../kernel/kind.ts';
import { projectAt } from '../project/projects.ts';
import { readUserSpec } from '../runtime/user-spec.ts';

export const builtKind = kind('built', {
  doc: 'An image as it was built or found: what ships. Only a build knows it; `lint` has none.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/config.md',
  key: 'name',
  place: (image) => image.place,
  properties: {
    name: text('Name of the image in the workspace.', ({ data }) => data.name),
    size: bytes('Bytes of all its layers, unpacked, as the engine counts them.', ({ data }) => data.size),
    layerCount: count(
      'Number of layers that hold something.',
      ({ data }) => data.layers.filter(({ size }) => size > 0).length,
    ),
    layers: many('built-layer', 'Its layers, those of the base first.', builtLayers),
    user: text(
      'Who it runs as, as the configuration says it; absent where nothing is set.',
      ({ data }) => data.user || undefined,
    ),
    root: flag(
      'True for uid 0, by number or by name, and where no user is set.',
      ({ data }) => readUserSpec(data.user ?? '').root,
    ),
    workdir: text('The working directory; absent where nothing sets one.', ({ data }) => data.workdir || undefined),
    env: many('built-entry', 'Its environment, that of the base too.', builtEnv),
    labels: many('built-entry', 'Its labels, those of the base too.', builtLabels),
    ports: texts('Ports that it exposes: `8080/tcp`.', ({ data }) => data.ports),
    healthcheck: text(
      'The health check’s words, joined by spaces; absent without one, and where it is switched off.',
      ({ data }) => data.healthcheck?.join(' '),
    ),
    entrypoint: texts('The words of its entry point.', ({ data }) => data.entrypoint),
    command: texts('The words of its command.', ({ data }) => data.command),
    volumes: texts('Folders that it keeps as volumes.', ({ data }) => data.volumes),
    platform: text('`linux/amd64`.', ({ data }) => data.platform),
    dockerfile: link('dockerfile', 'The file that it is built from.', (image) => image.dockerfile),
    stage: link('stage', 'The stage that it is built from.', (image) => image.stage),
    project: link('project', 'The project that the Dockerfile belongs to; absent without.', (image) =>
      projectAt(image.world, image.dockerfile.source.path),
    ),
  },
});
