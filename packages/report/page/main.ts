import type { PageData } from '../src/html/page-data.ts';
import { counted, element } from './dom.ts';
import { filterView } from './filter-view.ts';
import { findingsView } from './findings-view.ts';
import { graphsView } from './graph-view.ts';
import { gridView } from './grid-view.ts';
import { imagesView } from './images-view.ts';
import { navigationView } from './navigation-view.ts';
import { everything, type Selection, selectionFromHash, selectionToHash, selector } from './selection.ts';
import { problemsView, summaryView } from './summary-view.ts';

/** Files that are unfolded for a printer; a report of more would be a book. */
const printedFiles = 200;

const data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;
const select = selector(data);
const findings = findingsView(data);
const filter = filterView(data, change);
const title = element('h2', { id: 'findings-title' }, 'Findings');
const sections = [
  summaryView(data),
  problemsView(data),
  gridView(data, (project, policy) => {
    change({ ...everything, project, policy });
    title.scrollIntoView();
  }),
  element('section', { 'aria-labelledby': 'findings-title' }, title, filter.view, findings.view),
  graphsView(data),
  imagesView(data),
];
const shown = sections.filter((section) => section !== undefined);
shown.splice(1, 0, navigationView(shown));
document.getElementById('page')!.append(...shown);
show(selectionFromHash(location.hash));
addEventListener('hashchange', () => show(selectionFromHash(location.hash)));
addEventListener('beforeprint', () => {
  for (const details of [...document.querySelectorAll<HTMLDetailsElement>('details.file')].slice(0, printedFiles)) {
    details.open = true;
    // The event that draws it would come too late.
    details.dispatchEvent(new Event('toggle'));
  }
});

let waiting: ReturnType<typeof setTimeout> | undefined;

function change(selection: Selection): void {
  clearTimeout(waiting);
  filter.show(selection);
  const words = selectionToHash(selection);
  // Not a step of the history for each letter that is typed; and nothing is drawn while somebody goes on typing.
  history.replaceState(undefined, '', words === '' ? ' ' : `#${words}`);
  waiting = setTimeout(() => show(selection), 60);
}

function show(selection: Selection): void {
  const indexes = select(selection);
  filter.show(selection);
  filter.say(`${indexes.length} of ${counted(data.findings.length, 'finding')}`);
  findings.show(indexes);
}
