import type { PageData } from '../src/html/page-data.ts';
import { counted, element } from './dom.ts';
import { findingView } from './finding-view.ts';
import { severities } from './selection.ts';

/** Findings that begin unfolded, and those of a file that are drawn at once: so the page is there at once, whatever it holds. */
const openAtFirst = 25;
const atOnce = 100;
const filesAtOnce = 300;

export interface FindingsView {
  readonly view: HTMLElement;
  readonly show: (indexes: readonly number[]) => void;
}

/** Findings by file; a file is drawn when it is unfolded. */
export function findingsView(data: PageData): FindingsView {
  const view = element('div', { class: 'files' });
  return {
    view,
    show: (indexes) => {
      const files = new Map<number, number[]>();
      for (const index of indexes) {
        const { file } = data.findings[index]!;
        const own = files.get(file);
        if (own) own.push(index);
        else files.set(file, [index]);
      }
      let open = openAtFirst;
      const sections = [...files].sort(gravest(data)).map(([file, own]) => () => {
        open -= own.length;
        return fileView(data, file, own, open >= 0);
      });
      if (sections.length === 0) view.replaceChildren(element('p', { class: 'empty' }, nothingText(data)));
      else {
        view.replaceChildren();
        inPortions(view, sections, filesAtOnce, 'file');
      }
    },
  };
}

/** Files with the most errors first, then with the most warnings; what is equal stays in order. */
function gravest({ findings }: PageData) {
  const count = (indexes: readonly number[], wanted: string) =>
    indexes.filter((index) => findings[index]!.severity === wanted && !findings[index]!.suppressed).length;
  const heaviest = (indexes: readonly number[]) => count(indexes, 'error') * 1e9 + count(indexes, 'warning');
  const weights = new Map<readonly number[], number>();
  const weight = (indexes: readonly number[]) => {
    const known = weights.get(indexes) ?? heaviest(indexes);
    weights.set(indexes, known);
    return known;
  };
  return ([, one]: readonly [number, readonly number[]], [, other]: readonly [number, readonly number[]]) =>
    weight(other) - weight(one);
}

function nothingText({ findings }: PageData): string {
  return findings.length === 0 ? 'Nothing to report.' : 'No finding is like that.';
}

function fileView(data: PageData, file: number, indexes: readonly number[], open: boolean): HTMLElement {
  const { path, projects } = data.files[file]!;
  const counts = severities.flatMap((severity) => {
    const count = indexes.filter((index) => data.findings[index]!.severity === severity).length;
    return count > 0 ? [element('span', { class: `severity ${severity}` }, counted(count, severity))] : [];
  });
  const body = element('div', { class: 'findings' });
  const view = element(
    'details',
    { class: 'file' },
    element(
      'summary',
      {},
      element('h3', {}, path),
      element('span', { class: 'counts' }, ...counts),
      element('span', { class: 'projects' }, projects.map((project) => data.projects[project]).join(', ')),
    ),
    body,
  );
  const fill = () => {
    if (body.childElementCount > 0) return;
    inPortions(
      body,
      indexes.map((index) => () => findingView(data, data.findings[index]!)),
      atOnce,
      'finding',
    );
  };
  view.addEventListener('toggle', () => view.open && fill());
  if (open) {
    fill();
    view.open = true;
  }
  return view;
}

/** Draws some, and the next ones when asked. */
function inPortions(parent: HTMLElement, makers: readonly (() => HTMLElement)[], size: number, noun: string): void {
  parent.append(...makers.slice(0, size).map((make) => make()));
  const rest = makers.slice(size);
  if (rest.length === 0) return;
  const more = element(
    'button',
    { type: 'button', class: 'more' },
    `Show ${counted(Math.min(size, rest.length), noun)} more of ${rest.length}`,
  );
  more.addEventListener('click', () => {
    more.remove();
    inPortions(parent, rest, size, noun);
  });
  parent.append(more);
}
