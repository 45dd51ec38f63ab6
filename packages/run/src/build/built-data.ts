import type { Image, ImageLayer, InspectedImage } from '@dockwarden-internal/build';
import type { BuiltData } from '@dockwarden-internal/facts';

/** What policies may know of an image that the engine holds. Layers are those that it told; unpacked, they are what the image takes. */
export function builtData(image: Image, inspected: InspectedImage, layers: readonly ImageLayer[]): BuiltData {
  const { config, labels, platform } = inspected;
  const [first, ...words] = config.healthcheck ?? [];
  return {
    name: image.name,
    dockerfile: image.dockerfile,
    ...(image.target !== undefined && { target: image.target }),
    size: layers.reduce((sum, { size }) => sum + size, 0),
    layers: layers.map(({ size, createdBy }) => ({ size, ...(createdBy !== undefined && { command: createdBy }) })),
    ...(config.user !== undefined && { user: config.user }),
    ...(config.workingDir !== undefined && { workdir: config.workingDir }),
    env: config.env,
    labels,
    ports: config.exposedPorts,
    ...(first !== undefined && first !== 'NONE' && { healthcheck: [first, ...words] }),
    entrypoint: config.entrypoint,
    command: config.command,
    volumes: config.volumes,
    ...(platform !== undefined && { platform }),
  };
}
