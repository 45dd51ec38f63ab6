import { table } from './markdown.mjs';

/** What is selected after which change, with the numbers of the reasons, as a table of docs/affected.md. */
export function affectedTable({ tools, changes, reasons, expected }) {
  const [own, ...others] = Object.keys(tools);
  const numberOf = (why = []) =>
    [why]
      .flat()
      .map((name) => ` [${Object.keys(reasons).indexOf(name) + 1}]`)
      .join('');
  const rows = changes.map((change) => {
    const { lint, build } = expected(change, own);
    return [
      change.change,
      names(lint),
      `${names(build)}${numberOf(change.why)}`,
      ...others.map((tool) => {
        const { lint, build, why } = change.except?.[tool] ?? {};
        if (!lint && !build) return 'the same';
        const parts = [lint && `lints ${names(lint)}`, build && `builds ${names(build)}`];
        return `${parts.filter(Boolean).join(', ')}${numberOf(why)}`;
      }),
    ];
  });
  return table(['change of', 'lints', 'builds', ...others.map((tool) => tools[tool])], rows);
}

/** The reasons, in the order of their numbers. */
export function affectedReasons({ reasons }) {
  return Object.values(reasons)
    .map((reason, index) => `${index + 1}. ${reason}\n`)
    .join('');
}

function names(projects) {
  return projects.length === 0 ? 'nothing' : projects.join(' ');
}
