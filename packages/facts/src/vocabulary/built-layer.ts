import { bytes, count, kind, link, text } from '../kernel/kind.ts';

export const builtLayerKind = kind('built-layer', {
  doc: 'A layer of a built image.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/layer.md',
  key: 'command',
  place: ({ image }) => image.place,
  properties: {
    index: count('From 0, the base’s first.', ({ index }) => index),
    size: bytes('Bytes, unpacked, as the engine counts them.', ({ size }) => size),
    command: text(
      'The instruction that made it, as the history holds it; absent where that is not told.',
      ({ command }) => command,
    ),
    image: link('built', 'The image.', ({ image }) => image),
  },
});
