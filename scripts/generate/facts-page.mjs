import { anchor, code, prose, table } from './markdown.mjs';

const head = `# Facts

What policies speak about: every kind of fact and its properties. This page is made from the tables that the type checks of
policies use (\`packages/facts/src/vocabulary\`); \`dockwarden facts --kinds\` prints the same, and \`dockwarden facts FILE\` shows the
facts of a file of yours.

How to read a type:

| type | is | in a condition |
| --- | --- | --- |
| \`string\`, \`number\`, \`boolean\` | one value | \`name: api\`, \`retries: { atLeast: 2 }\`, \`final: true\` |
| \`size\` | bytes | \`{ atMost: 512m }\` |
| \`duration\` | milliseconds | \`{ atMost: 30s }\` |
| \`version\` | text, compared number by number | \`{ atLeast: "20.11" }\` |
| \`port\` | a number | \`{ atLeast: 1024 }\` |
| \`a \\| b\` | one of these words | any other word is a load error |
| a kind | one other fact | a path goes on through it: \`user.root: false\` |
| a kind with \`[]\` | a collection of facts | \`{ some: { … } }\`, \`{ has: key }\` |
| \`string[]\` | a collection of texts | \`{ has: text }\` |

- *Key*: the property that stands for the fact where a plain value is expected, so that \`flags: { has: --no-cache }\` works.
- *Open*: more elements may exist than can be seen, as the environment of an unknown base image. Then \`none\` and \`every\` are unknown
  where no counterexample is at hand.
- *Secret*: the value may look like a secret. Then it is masked in every output.
- *Settable*: a \`set\`, \`remove\` or \`sort\` fix can edit it.

A property is *absent* only where it is known not to exist. What cannot be known is unknown, and a policy that meets it reports
nothing unless it says \`unknown: report\`. What is written with a variable whose value is not known is *unresolved*: it exists, and is
otherwise unknown. That goes for every value, and is not said again below.

`;

const rootNames = {
  dockerfile: 'a Dockerfile',
  compose: 'a merged Compose model',
  'compose-file': 'a Compose file as written',
  workspace: 'the workspace',
};

/** The catalogue of facts as one page. `subjectTable` says in which roots the facts of a kind are looked for. */
export function factsPage({ vocabulary, subjectTable, typeText }) {
  const kinds = Object.values(vocabulary);
  const list = kinds.map((kind) => [link(kind.name), kind.doc]);
  return `${head}${table(['kind', 'is'], list)}\n${kinds.map((kind) => section(kind, subjectTable, typeText)).join('\n')}`;
}

function link(kind) {
  return `[${kind}](#${anchor(kind)})`;
}

function section(kind, subjectTable, typeText) {
  const rows = Object.entries(kind.properties).map(([name, property]) => [
    code(name),
    typeLink(property.type, typeText),
    [prose(property.doc), ...notes(property)].join(' '),
  ]);
  const facts = [
    ...(kind.key ? [`Key: ${code(kind.key)}.`] : []),
    subjectNote(kind.name, subjectTable),
    ...(kind.source ? [`Source: <${kind.source}>.`] : []),
  ];
  return `## ${kind.name}\n\n${prose(kind.doc)}\n\n${facts.join(' ')}\n\n${table(['property', 'type', 'meaning'], rows)}`;
}

function typeLink(type, typeText) {
  const { shape } = type;
  if (shape === 'fact') return link(type.kind);
  return shape === 'facts' ? `${link(type.kind)}[]` : code(typeText(type));
}

function notes({ type, open, sensitive, yaml }) {
  return [
    ...(open && type.shape.endsWith('s') ? ['*Open.*'] : []),
    ...(sensitive ? ['*Secret.*'] : []),
    ...(yaml !== undefined ? ['*Settable.*'] : []),
  ];
}

/** Whether a policy can be about facts of the kind (`on:`), or only reach them. */
function subjectNote(name, subjectTable) {
  const roots = Object.keys(subjectTable).filter((root) => root === name || subjectTable[root][name]);
  if (roots.length === 0) return 'Reached through other facts; not a subject of its own.';
  return `A policy can be \`on: ${name}\`, in ${roots.map((root) => rootNames[root] ?? root).join(', ')}.`;
}
