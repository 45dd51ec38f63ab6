import type { PageData } from '../src/html/page-data.ts';
import { element } from './dom.ts';
import { everything, type Selection, severities } from './selection.ts';

export interface FilterView {
  readonly view: HTMLElement;
  /** Shows a selection that was made elsewhere. */
  readonly show: (selection: Selection) => void;
  readonly say: (text: string) => void;
}

/** Search and filters; `changed` hears every new selection. */
export function filterView(data: PageData, changed: (selection: Selection) => void): FilterView {
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search messages, files, policies, code',
    'aria-label': 'Search',
    'aria-keyshortcuts': '/',
  });
  const boxes = severities.map((severity) => {
    const box = element('input', { type: 'checkbox', name: 'severity', value: severity });
    return { box, label: element('label', { class: `toggle ${severity}` }, box, severity) };
  });
  const project = choice('project', 'All projects', data.projects);
  const policy = choice(
    'policy',
    'All policies',
    data.policies.map(({ id }) => id),
  );
  const suppressed = element('input', { type: 'checkbox', name: 'suppressed' });
  const said = element('output', { class: 'said', 'aria-live': 'polite' });
  const reset = element('button', { type: 'button', class: 'reset' }, 'Reset');
  const read = (): Selection => ({
    severities: new Set(severities.filter((_, index) => boxes[index]!.box.checked)),
    project: project.value,
    policy: policy.value,
    suppressed: suppressed.checked,
    text: search.value,
  });
  const show = (selection: Selection) => {
    for (const { box } of boxes) box.checked = (selection.severities as ReadonlySet<string>).has(box.value);
    project.value = selection.project;
    policy.value = selection.policy;
    suppressed.checked = selection.suppressed;
    if (search.value !== selection.text) search.value = selection.text;
  };
  const view = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter findings' },
    search,
    element('fieldset', {}, element('legend', {}, 'Severity'), ...boxes.map(({ label }) => label)),
    project,
    policy,
    ...(data.summary.suppressed > 0 ? [element('label', { class: 'toggle' }, suppressed, 'suppressed')] : []),
    reset,
    said,
  );
  view.addEventListener('submit', (event) => event.preventDefault());
  view.addEventListener('change', () => changed(read()));
  search.addEventListener('input', () => changed(read()));
  reset.addEventListener('click', () => changed(everything));
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
  return { view, show, say: (text) => said.replaceChildren(text) };
}

function choice(name: string, all: string, values: readonly string[]): HTMLSelectElement {
  const options = [...new Set(values)].sort().map((value) => element('option', { value }, value));
  return element('select', { name, 'aria-label': name }, element('option', { value: '' }, all), ...options);
}
