import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** docs/decisions/README.md: every decision by its title. */
export function decisionIndex(root) {
  const folder = join(root, 'docs/decisions');
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => `- [${titleOf(readFileSync(join(folder, name), 'utf8'), name)}](${name})`);
  return `# Decisions

Why things are as they are: what was decided, why, what follows, and what was measured. A page each; a decision that is changed is
written anew and says so. This list is generated: \`npm run generate\`.

${rows.join('\n')}
`;
}

function titleOf(page, name) {
  return /^# (.+)$/m.exec(page)?.[1] ?? name;
}
