import { element } from './dom.ts';

/** The headings of the page, each a button that goes there: what stands behind `#` belongs to the filter. */
export function navigationView(sections: readonly HTMLElement[]): HTMLElement {
  const headings = sections.flatMap((section) => section.querySelector('h2') ?? []);
  return element(
    'nav',
    { 'aria-label': 'Sections' },
    ...headings.map((heading) => {
      const button = element('button', { type: 'button' }, heading.textContent ?? '');
      heading.tabIndex = -1;
      button.addEventListener('click', () => {
        heading.scrollIntoView();
        heading.focus({ preventScroll: true });
      });
      return button;
    }),
  );
}
