import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExpected } from '../../e2e/matrix/read-expected.mjs';
import { readMeasured } from '../../e2e/stacks/measured.mjs';
import { readCases } from '../../e2e/stacks/read-cases.mjs';
import { faultTable } from '../demo/fault-list.mjs';
import { affectedReasons, affectedTable } from './affected-table.mjs';
import { commandReference } from './command-reference.mjs';
import { decisionIndex } from './decision-index.mjs';
import { factsPage } from './facts-page.mjs';
import { formatJson } from './format-json.mjs';
import { between } from './markdown.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { nxOptions } from './nx-options.mjs';
import { peerPage } from './peer-page.mjs';
import { policiesReadme, policyIndex } from './policy-index.mjs';
import { policyPages } from './policy-pages.mjs';
import { precisionFigures } from './precision-figures.mjs';
import { reportPage } from './report-page.mjs';
import { readSources } from './sources.mjs';
import { stackProofs } from './stack-proofs.mjs';
import { checkedTable, stackTable } from './stack-table.mjs';

/** Folders that hold nothing but generated files: what is not generated any more goes. */
export const ownedFolders = ['docs/policies'];

/** Scripts that generate files of their own, and take --check. */
export const generators = ['scripts/generate-nx-schemas.mjs', 'scripts/generate-compose-validator.mjs'];

/** What is published, for the notices of what it contains. */
const published = [
  'packages/cli/src/entry.ts',
  'packages/nx/src/plugin.ts',
  'packages/nx/src/executors/lint/lint.ts',
  'packages/nx/src/executors/images/build.ts',
  'packages/nx/src/generators/docker-fix/docker-fix.ts',
];

/** Every generated file by path, as it should be. */
export async function outputs(root) {
  const sources = await readSources(root);
  const page = (path, parts) => {
    const text = Object.entries(parts).reduce(
      (before, [mark, part]) => between(before, mark, part),
      readFileSync(join(root, path), 'utf8'),
    );
    return [path, text];
  };
  const cases = readCases();
  const selected = readExpected();
  const announced = JSON.parse(readFileSync(join(root, 'examples/shop/expected-findings.json'), 'utf8'));
  const schemas = Object.entries(sources.jsonSchemas(sources.vocabulary));
  return new Map([
    ['docs/facts.md', factsPage(sources)],
    page('docs/cli.md', { commands: commandReference(sources) }),
    page('docs/nx.md', {
      'plugin options': nxOptions(sources.PLUGIN_OPTIONS, sources.meaning),
      'docker-lint options': nxOptions(sources.LINT_OPTIONS, sources.meaning),
      'docker-build options': nxOptions(sources.BUILD_TASK_OPTIONS, sources.meaning),
      'docker-extract options': nxOptions(sources.EXTRACT_ONLY_OPTIONS, sources.meaning),
      'docker-scan options': nxOptions(sources.SCAN_TASK_OPTIONS, sources.meaning),
      'docker-run options': nxOptions(sources.RUN_TASK_OPTIONS, sources.meaning),
      'docker-shell options': nxOptions(sources.SHELL_TASK_OPTIONS, sources.meaning),
      'docker-logs options': nxOptions(sources.LOGS_TASK_OPTIONS, sources.meaning),
      'docker-inspect options': nxOptions(sources.INSPECT_TASK_OPTIONS, sources.meaning),
      'compose-up options': nxOptions(sources.UP_TASK_OPTIONS, sources.meaning),
      'compose-down options': nxOptions(sources.DOWN_TASK_OPTIONS, sources.meaning),
      'docker-setup options': nxOptions(sources.DOCKER_SETUP_OPTIONS, sources.meaning),
      'docker-compose options': nxOptions(sources.DOCKER_COMPOSE_OPTIONS, sources.meaning),
      'docker-ci options': nxOptions(sources.DOCKER_CI_OPTIONS, sources.meaning),
      'docker-pin options': nxOptions(sources.DOCKER_PIN_OPTIONS, sources.meaning),
      'docker-policy options': nxOptions(sources.DOCKER_POLICY_OPTIONS, sources.meaning),
      'docker-fix options': nxOptions(sources.DOCKER_FIX_OPTIONS, sources.meaning),
      'init options': nxOptions(sources.INIT_OPTIONS, sources.meaning),
    }),
    page('docs/affected.md', { selected: affectedTable(selected), reasons: affectedReasons(selected) }),
    page('docs/comparison.md', precisionFigures(root)),
    page('docs/stacks.md', { built: stackTable(cases, readMeasured()), checked: checkedTable(cases) }),
    ['packages/scaffold/src/stacks/proofs.generated.json', formatJson(root, stackProofs(cases))],
    ['packages/report/src/html/page.generated.json', formatJson(root, await reportPage(root))],
    page('examples/shop/README.md', { faults: faultTable(announced.faults) }),
    ['docs/decisions/README.md', decisionIndex(root)],
    ['docs/policies/README.md', policyIndex(sources)],
    ['docs/policies/peers.md', peerPage(sources)],
    ...[...policyPages(sources)].map(([path, text]) => [`docs/policies/${path}`, text]),
    ['policies/README.md', policiesReadme(sources)],
    // That of policies has all facts in it, and is shipped: it is written for editors, not for eyes.
    ...schemas.map(([name, schema]) => [
      `packages/cli/schema/${name}.schema.json`,
      name === 'policy' ? `${JSON.stringify(schema)}\n` : formatJson(root, schema),
    ]),
    [
      'packages/cli/schema/lint-report.schema.json',
      readFileSync(join(root, 'packages/report/schema/lint-report.schema.json'), 'utf8'),
    ],
    ['packages/cli/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(root, published)],
  ]);
}
