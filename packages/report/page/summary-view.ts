import type { PageData } from '../src/html/page-data.ts';
import { counted, element } from './dom.ts';

/** The head of the page: the name, and figures. */
export function summaryView({ summary, version, problems, findings }: PageData): HTMLElement {
  const fixable = findings.filter(({ fix, suppressed }) => fix?.safety === 'safe' && !suppressed).length;
  const figures: readonly (readonly [string, number, string])[] = [
    ['error', summary.error, summary.error === 1 ? 'error' : 'errors'],
    ['warning', summary.warning, summary.warning === 1 ? 'warning' : 'warnings'],
    ['info', summary.info, 'info'],
    ...(problems.length > 0
      ? [['error', problems.length, problems.length === 1 ? 'problem' : 'problems'] as const]
      : []),
    ...(fixable > 0 ? [['plain', fixable, 'fixable'] as const] : []),
    ...(summary.suppressed > 0 ? [['plain', summary.suppressed, 'suppressed'] as const] : []),
    ['plain', summary.files, summary.files === 1 ? 'file' : 'files'],
  ];
  return element(
    'header',
    {},
    element('div', { class: 'brand' }, element('h1', {}, 'Dockwarden'), element('span', { class: 'version' }, version)),
    element(
      'ul',
      { class: 'figures', 'aria-label': 'Summary' },
      ...figures.map(([kind, count, name]) =>
        element(
          'li',
          { class: `figure ${kind}${count === 0 ? ' none' : ''}` },
          element('strong', {}, String(count)),
          ` ${name}`,
        ),
      ),
    ),
  );
}

/** What could not be looked at. */
export function problemsView({ problems }: PageData): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  return element(
    'section',
    { class: 'problems', 'aria-label': 'Could not be looked at' },
    element('h2', {}, `${counted(problems.length, 'problem')}: could not be looked at`),
    element(
      'ul',
      {},
      ...problems.map(({ where, message, hint, code }) =>
        element(
          'li',
          {},
          ...(where ? [element('code', {}, where), ' '] : []),
          `${message} ${hint} `,
          element('span', { class: 'id' }, code),
        ),
      ),
    ),
  );
}
