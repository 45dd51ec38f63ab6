import { table } from './markdown.mjs';

const LAYOUTS = { alone: '', workspaces: ' workspaces', turborepo: ' in Turborepo', nx: ' in Nx' };

/** The cases and what was measured of them, as a table of docs/stacks.md. */
export function stackTable(cases, measured) {
  const built = cases.filter(({ proof }) => proof === 'built');
  const rows = built.map((each) => {
    const { size, single, seconds, healthyAfter, stoppedAfter } = measured[each.name] ?? {};
    return [
      `\`${each.name}\``,
      kindOf(each),
      megabytes(size),
      megabytes(single),
      single === undefined || size === undefined ? '' : `${Math.round((1 - size / single) * 100)} %`,
      seconds === undefined ? '' : `${Math.round(seconds)} s`,
      healthyAfter === undefined ? '' : `${(healthyAfter / 1000).toFixed(1)} s`,
      stoppedAfter === undefined ? '' : `${(stoppedAfter / 1000).toFixed(1)} s`,
    ];
  });
  const notes = built.filter(({ note }) => note).map(({ name, note }) => `- \`${name}\` is built and run ${note}.\n`);
  const head = ['case', 'what', 'ships', 'in one stage', 'saved', 'built in', 'healthy after', 'stopped after'];
  return `${table(head, rows)}${notes.length > 0 ? `\n${notes.join('')}` : ''}`;
}

/** The cases that are only checked, each with the reason. */
export function checkedTable(cases) {
  const rows = cases
    .filter(({ proof }) => proof === 'checked')
    .map((each) => [`\`${each.name}\``, kindOf(each), each.why]);
  return table(['case', 'what', 'why it is not built'], rows);
}

function kindOf({ framework, manager, layout, pattern, base, build }) {
  const place = build === 'outside' ? ['built outside'] : [];
  const by = manager === framework ? '' : ` with ${manager}${LAYOUTS[layout]}`;
  return [`${framework}${by}`, pattern, ...(base ? [base] : []), ...place].join(', ');
}

/** Of a million bytes, as docker says it. */
function megabytes(bytes) {
  return bytes === undefined ? '' : `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`;
}
