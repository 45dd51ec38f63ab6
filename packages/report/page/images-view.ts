import type { PageData, PageImage } from '../src/html/page-data.ts';
import { counted, element } from './dom.ts';

/** Images as they were last noted, with a bar for each layer. */
export function imagesView({ images }: PageData): HTMLElement | undefined {
  if (images.length === 0) return undefined;
  return element(
    'section',
    { 'aria-labelledby': 'images-title' },
    element('h2', { id: 'images-title' }, 'Image sizes'),
    ...images.map(imageView),
  );
}

function imageView({ name, size, change, layers }: PageImage): HTMLElement {
  return element(
    'details',
    { class: 'file image' },
    element(
      'summary',
      {},
      element('h3', {}, name),
      element('strong', {}, size),
      ...(change ? [element('span', { class: change.startsWith('+') ? 'change grown' : 'change' }, change)] : []),
      element('span', { class: 'note' }, counted(layers.length, 'layer')),
    ),
    element(
      'ol',
      { class: 'layers' },
      ...layers.map(({ size: bytes, share, createdBy }) => {
        const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
        bar.style.inlineSize = `${Math.max(0.5, share * 100)}%`;
        const words = element(
          'span',
          { class: 'made' },
          element('span', { class: 'bytes' }, bytes),
          ' ',
          element('code', {}, createdBy),
        );
        return element('li', {}, element('span', { class: 'track' }, bar), words);
      }),
    ),
  );
}
