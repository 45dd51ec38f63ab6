import type { PageData, PageFinding } from '../src/html/page-data.ts';
import { type Child, element } from './dom.ts';
import { lineText } from './selection.ts';

/** One finding: what is said, the words that it is said of, how to mend it, why it matters. */
export function findingView(data: PageData, finding: PageFinding): HTMLElement {
  const { id, title, why, docs } = data.policies[finding.policy]!;
  const { suppressed, fix, severity } = finding;
  return element(
    'article',
    { class: `finding ${severity}${suppressed ? ' suppressed' : ''}` },
    element(
      'h4',
      {},
      element('span', { class: `severity ${severity}` }, severity),
      ' ',
      element('span', { class: 'message' }, finding.message),
    ),
    element(
      'p',
      { class: 'meta' },
      element('span', { class: 'place' }, `${finding.line}:${finding.column}`),
      ' ',
      docs
        ? element('a', { href: docs, rel: 'noreferrer', target: '_blank', class: 'id' }, id)
        : element('span', { class: 'id' }, id),
      ...notes(finding).flatMap((note) => [' ', element('span', { class: 'note' }, note)]),
    ),
    frameView(data, finding),
    ...finding.related.map(({ path, line, message }) =>
      element('p', { class: 'related' }, element('code', {}, `${path}:${line}`), ` ${message}`),
    ),
    ...(suppressed ? [element('p', { class: 'related' }, suppressedText(suppressed))] : []),
    ...(fix
      ? [folded(fix.safety === 'safe' ? 'Fix' : 'Fix (unsafe: the build may behave otherwise)', diffView(fix.diff))]
      : []),
    ...(why ? [folded('Why', element('p', {}, element('strong', {}, title), `. ${why}`))] : []),
  );
}

function notes({ aliases, also }: PageFinding): string[] {
  return [...aliases.slice(0, 3), ...(also.length > 0 ? [`also ${also.join(', ')}`] : [])];
}

function suppressedText({ kind, reason }: NonNullable<PageFinding['suppressed']>): string {
  return reason === '' ? `suppressed (${kind}), without a reason` : `suppressed (${kind}): ${reason}`;
}

/** The marked lines, with one line above and below. */
function frameView(data: PageData, { file, marks, line }: PageFinding): HTMLElement {
  const first = marks[0]?.[0] ?? line;
  const last = marks.at(-1)?.[0] ?? line;
  const rows: Child[] = [];
  for (const [number, text] of data.files[file]!.lines) {
    if (number < first - 1 || number > last + 1) continue;
    const [, start = 0, end = 0] = marks.find(([marked]) => marked === number) ?? [];
    rows.push(
      element(
        'div',
        { class: end > start ? 'line marked' : 'line' },
        element('span', { class: 'number', 'data-number': number }),
        element('span', { class: 'code' }, ...markedText(text, start, end)),
      ),
    );
  }
  return element(
    'pre',
    { class: 'frame', 'data-lines': lineText(data, file, first) === '' ? undefined : first },
    ...rows,
  );
}

function markedText(text: string, start: number, end: number): Child[] {
  if (end <= start) return [text];
  return [text.slice(0, start), element('mark', {}, text.slice(start, end)), text.slice(end)];
}

function diffView(diff: string): HTMLElement {
  const rows = diff
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => {
      const kind = row.startsWith('+') ? 'added' : row.startsWith('-') ? 'removed' : row.startsWith('@@') ? 'hunk' : '';
      return element('div', { class: `line ${kind}` }, row === '' ? ' ' : row);
    });
  return element('pre', { class: 'diff' }, ...rows);
}

function folded(summary: string, content: HTMLElement): HTMLElement {
  return element('details', { class: 'more' }, element('summary', {}, summary), content);
}
