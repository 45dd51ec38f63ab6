import type { PageData, PageFinding } from '../src/html/page-data.ts';
import { counted, element } from './dom.ts';
import { severities } from './selection.ts';

type Counts = Record<PageFinding['severity'], number>;

/** Rows and columns that are shown before somebody asks for all. */
const firstRows = 25;
const firstColumns = 30;

/** Projects by policies: how many findings, in the colour of the gravest. A cell selects what it counts. */
export function gridView(data: PageData, select: (project: string, policy: string) => void): HTMLElement | undefined {
  const active = data.findings.filter(({ suppressed }) => !suppressed);
  if (active.length === 0 || data.projects.length === 0) return undefined;
  const cells = new Map<string, Counts>();
  const count = (key: string, { severity }: PageFinding) => {
    const counts = cells.get(key) ?? { error: 0, warning: 0, info: 0 };
    cells.set(key, counts);
    counts[severity]++;
  };
  for (const finding of active) {
    count(`/${finding.policy}`, finding);
    for (const project of finding.projects) {
      count(`${project}/`, finding);
      count(`${project}/${finding.policy}`, finding);
    }
  }
  const heaviest = (keyOf: (index: number) => string) => (one: number, other: number) =>
    weight(cells.get(keyOf(other))) - weight(cells.get(keyOf(one))) || one - other;
  const rows = [...data.projects.keys()].sort(heaviest((index) => `${index}/`));
  const columns = [...new Set(active.map(({ policy }) => policy))].sort(heaviest((index) => `/${index}`));
  const table = element('table', { class: 'grid' });
  const draw = (all: boolean) => {
    const shown = all ? columns : columns.slice(0, firstColumns);
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col' }, 'Project'),
      element('th', { scope: 'col', class: 'sum' }, 'All'),
      ...shown.map((policy) => {
        const { id, title } = data.policies[policy]!;
        return element('th', { scope: 'col', title }, element('span', { class: 'turned' }, id));
      }),
    );
    const body = (all ? rows : rows.slice(0, firstRows)).map((project) => {
      const name = data.projects[project]!;
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, name),
        cell(cells.get(`${project}/`), `${name}, all policies`, () => select(name, '')),
        ...shown.map((policy) => {
          const { id } = data.policies[policy]!;
          return cell(cells.get(`${project}/${policy}`), `${name}, ${id}`, () => select(name, id));
        }),
      );
    });
    table.replaceChildren(element('thead', {}, head), element('tbody', {}, ...body));
  };
  draw(false);
  const rest = rows.length > firstRows || columns.length > firstColumns;
  const more = element(
    'button',
    { type: 'button', class: 'more' },
    `Show all: ${counted(rows.length, 'project')}, ${columns.length} policies`,
  );
  more.addEventListener('click', () => {
    draw(true);
    more.remove();
  });
  return element(
    'section',
    { 'aria-labelledby': 'grid-title' },
    element('h2', { id: 'grid-title' }, 'Projects and policies'),
    element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'grid-title' }, table),
    ...(rest ? [more] : []),
  );
}

function cell(counts: Counts | undefined, name: string, act: () => void): HTMLElement {
  if (!counts) return element('td', {});
  const gravest = severities.find((severity) => counts[severity] > 0)!;
  const words = severities.filter((severity) => counts[severity] > 0).map((each) => counted(counts[each], each));
  const total = counts.error + counts.warning + counts.info;
  const label = `${name}: ${words.join(', ')}`;
  const button = element(
    'button',
    { type: 'button', class: gravest, title: label, 'aria-label': label },
    String(total),
  );
  button.addEventListener('click', act);
  return element('td', {}, button);
}

function weight(counts: Counts | undefined): number {
  return counts ? counts.error * 1e9 + counts.warning * 1e4 + counts.info : 0;
}
