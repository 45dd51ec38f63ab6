import type { RunProgram } from '../model/program.ts';
import { readJsonLines, textAt } from './json.ts';
import { ENGINE_TIMEOUT } from './limits.ts';
import { withoutSecretValues } from './without-secrets.ts';

/** One layer of an image, from the base up. */
export interface ImageLayer {
  /** Of the unpacked layer; absent where the engine's list of layers cannot be matched with its history. */
  readonly digest?: string;
  /** Bytes, unpacked: what it takes where it runs, whatever the store. */
  readonly size: number;
  /** The instruction that made it, as the builder recorded it. */
  readonly createdBy?: string;
}

/** Instructions that only change the configuration; BuildKit records them as they are written, older builders behind `#(nop)`. */
const NO_LAYER =
  /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:ENV|LABEL|CMD|ENTRYPOINT|EXPOSE|USER|VOLUME|STOPSIGNAL|HEALTHCHECK|SHELL|ARG|ONBUILD|MAINTAINER)\b/;

/** The layers with their sizes, of an image in the engine; undefined where it is not there. */
export async function imageLayers(
  run: RunProgram,
  reference: string,
  digests: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ImageLayer[] | undefined> {
  const args = ['image', 'history', '--no-trunc', '--human=false', '--format', '{{json .}}', '--', reference];
  const { code, stdout } = await run('docker', args, { timeout: ENGINE_TIMEOUT, signal });
  if (code !== 0) return undefined;
  const entries = readJsonLines(stdout)
    .reverse()
    .map((entry) => {
      const created = textAt(entry, 'CreatedBy')?.replace(/ # buildkit$/, '');
      const createdBy = created && withoutSecretValues(created);
      return { size: Number(textAt(entry, 'Size') ?? 0) || 0, createdBy };
    });
  const layers = entries.filter(({ size, createdBy }) => size > 0 || !NO_LAYER.test(createdBy ?? ''));
  const full = layers.length === digests.length ? layers : layers.filter(({ size }) => size > 0);
  const matches = full.length === digests.length;
  return full.map((layer, index) => ({ ...(matches && { digest: digests[index]! }), ...layer }));
}
