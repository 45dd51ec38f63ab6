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
    const cell = (verb, theirs, ours) => {
      const missed = ours.filter((project) => !theirs.includes(project));
      if (missed.length > 0 && theirs.length === 0) return `**${verb} nothing**`;
      return `${verb} ${names(theirs)}${missed.length > 0 ? `, **not ${names(missed)}**` : ''}`;
    };
    return [
      change.change,
      names(lint),
      `${names(build)}${numberOf(change.why)}`,
      ...others.map((tool) => {
        const found = change.except?.[tool];
        if (!found) return 'the same';
        const parts = [
          found.lint && cell('lints', found.lint, lint),
          found.build && cell('builds', found.build, build),
        ];
        return `${parts.filter(Boolean).join(', ')}${numberOf(found.why)}`;
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
