import type { PageData, PageFinding } from '../src/html/page-data.ts';

export const severities = ['error', 'warning', 'info'] as const;

/** Which findings are wanted. */
export interface Selection {
  readonly severities: ReadonlySet<PageFinding['severity']>;
  /** Name; empty: all. */
  readonly project: string;
  /** Id; empty: all. */
  readonly policy: string;
  readonly suppressed: boolean;
  /** Words that must all turn up. */
  readonly text: string;
}

export const everything: Selection = {
  severities: new Set(severities),
  project: '',
  policy: '',
  suppressed: false,
  text: '',
};

/** What stands behind `#` of an address, so that a selection can be handed on and comes back by the browser's own button. */
export function selectionToHash(selection: Selection): string {
  const words = new URLSearchParams();
  if (selection.severities.size < severities.length) words.set('severity', [...selection.severities].join(','));
  if (selection.project) words.set('project', selection.project);
  if (selection.policy) words.set('policy', selection.policy);
  if (selection.suppressed) words.set('suppressed', 'yes');
  if (selection.text) words.set('text', selection.text);
  return words.toString();
}

export function selectionFromHash(hash: string): Selection {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const named = words.get('severity')?.split(',');
  return {
    severities: new Set(severities.filter((severity) => !named || named.includes(severity))),
    project: words.get('project') ?? '',
    policy: words.get('policy') ?? '',
    suppressed: words.get('suppressed') === 'yes',
    text: words.get('text') ?? '',
  };
}

/** Tells which findings, by index, are selected; what is searched is put together once. */
export function selector(data: PageData): (selection: Selection) => number[] {
  const texts: string[] = [];
  const textOf = (index: number): string => {
    const finding = data.findings[index]!;
    const file = data.files[finding.file]!;
    const policy = data.policies[finding.policy]!;
    const projects = finding.projects.map((project) => data.projects[project]!);
    const words = [
      policy.id,
      policy.title,
      policy.category,
      finding.message,
      file.path,
      ...projects,
      ...finding.aliases,
    ];
    const marked = finding.marks.map(([line]) => lineText(data, finding.file, line));
    texts[index] ??= [...words, ...finding.also, ...marked].join('\n').toLowerCase();
    return texts[index]!;
  };
  return ({ severities: wanted, project, policy, suppressed, text }) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const projectIndex = data.projects.indexOf(project);
    const policyIndex = data.policies.findIndex(({ id }) => id === policy);
    return data.findings.flatMap((finding, index) => {
      if (!wanted.has(finding.severity) || (finding.suppressed && !suppressed)) return [];
      if (project !== '' && !finding.projects.includes(projectIndex)) return [];
      if (policy !== '' && finding.policy !== policyIndex) return [];
      return words.every((word) => textOf(index).includes(word)) ? [index] : [];
    });
  };
}

export function lineText(data: PageData, file: number, number: number): string {
  const { lines } = data.files[file]!;
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [found, text] = lines[middle]!;
    if (found === number) return text;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return '';
}
