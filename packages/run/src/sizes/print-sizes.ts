import { byteChange, byteText, counted, type Styles, stylesFor } from '@dockwarden-internal/report';
import { shorten } from '@dockwarden-internal/report/text/shorten';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import type { ImageSize, ImageSizes, LayerSize } from './image-sizes.ts';

export interface SizesPrinting {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width?: number;
}

const BAR = 16;
/** Layers that are shown of one image; the rest is summed up. */
const MOST_LAYERS = 12;

/** Images, the largest first, with a bar for each layer; a layer that was not there before is marked as new. */
export function printSizes({ images }: Pick<ImageSizes, 'images'>, { color, width = 80 }: SizesPrinting): string {
  const styles = stylesFor(color);
  return images
    .map((image) => imageLines(image, styles, Math.max(60, width)))
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function imageLines(image: ImageSize, styles: Styles, width: number): string[] {
  const layers = [...image.layers].sort((one, other) => other.size - one.size);
  const shown = layers.slice(0, MOST_LAYERS).filter(({ size }) => size > 0);
  const rest = layers.slice(shown.length);
  const sum = rest.reduce((bytes, { size }) => bytes + size, 0);
  const isCompared = image.change !== undefined;
  return [
    headLine(image, styles),
    ...shown.map((layer) => layerLine(layer, image.size, isCompared, styles, width)),
    ...(rest.length > 0 ? [styles.dim(`  and ${counted(rest.length, 'layer')} of ${byteText(sum)} together`)] : []),
  ];
}

function headLine({ image, size, budget, change, from }: ImageSize, styles: Styles): string {
  const isOver = budget !== undefined && size > budget;
  const limit = budget === undefined ? '' : ` of ${byteText(budget)} allowed, ${percent(size, budget)}`;
  const over = isOver ? `: ${byteText(size - budget)} too many` : '';
  const moved = change === undefined || change === 0 ? '' : `, ${byteChange(change)} since before`;
  const where = from === 'metadata' ? ', as noted: the engine does not hold it now' : '';
  const said = `${byteText(size)}${limit}${over}`;
  return `${styles.heading(image)}  ${isOver ? styles.error(said) : said}${moved}${where}`;
}

function layerLine(layer: LayerSize, total: number, isCompared: boolean, styles: Styles, width: number): string {
  const filled = Math.max(1, Math.round((layer.size / Math.max(1, total)) * BAR));
  const bar = '█'.repeat(filled).padEnd(BAR, '░');
  const change = isCompared ? changeText(layer).padStart(10) : '';
  const figures = `${byteText(layer.size).padStart(8)} ${percent(layer.size, total).padStart(5)}${change}`;
  const room = width - 2 - BAR - 1 - figures.length - 2;
  const instruction = shorten(oneLine(layer.createdBy ?? 'nothing tells what made it').replace(/\s+/g, ' '), room);
  return `  ${bar} ${figures}  ${layer.createdBy === undefined ? styles.dim(instruction) : instruction}`;
}

function changeText({ change }: LayerSize): string {
  if (change === undefined) return 'new';
  return change === 0 ? '' : byteChange(change);
}

function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  return share > 0 && share < 1 ? '< 1 %' : `${Math.round(share)} %`;
}
