import { join } from 'node:path';
import { loadSource } from '../load-source.mjs';

const imports = `
export { faultsByAlias, vocabulary } from '@dockwarden-internal/facts';
export { subjectTable } from '@dockwarden-internal/facts/root/subjects';
export { keywordKinds, kindsNamedAsKeywords } from '@dockwarden-internal/policy';
export { checksOf, resolvePacks } from '@dockwarden-internal/policy';
export { jsonSchemas } from '@dockwarden-internal/policy/load/json-schema';
export { compileBuiltin } from '@dockwarden-internal/run/builtin/compile-builtin';
export { typeText } from '@dockwarden-internal/run/catalogue';
export { commands } from './packages/cli/src/commands/registry.ts';
export { LINT_OPTIONS } from './packages/nx/src/options/lint-options.ts';
export {
  BUILD_TASK_OPTIONS,
  EXTRACT_ONLY_OPTIONS,
  SCAN_TASK_OPTIONS,
} from './packages/nx/src/options/image-task-options.ts';
export {
  DOWN_TASK_OPTIONS,
  INSPECT_TASK_OPTIONS,
  LOGS_TASK_OPTIONS,
  RUN_TASK_OPTIONS,
  SHELL_TASK_OPTIONS,
  UP_TASK_OPTIONS,
} from './packages/nx/src/options/day-task-options.ts';
export { DOCKER_CI_OPTIONS } from './packages/nx/src/options/docker-ci-options.ts';
export { DOCKER_COMPOSE_OPTIONS, DOCKER_SETUP_OPTIONS } from './packages/nx/src/options/docker-setup-options.ts';
export { DOCKER_PIN_OPTIONS } from './packages/nx/src/options/docker-pin-options.ts';
export { DOCKER_POLICY_OPTIONS } from './packages/nx/src/options/docker-policy-options.ts';
export { INIT_OPTIONS } from './packages/nx/src/options/init-options.ts';
export { DOCKER_FIX_OPTIONS } from './packages/nx/src/options/docker-fix-options.ts';
export { meaning } from './packages/nx/src/options/option-table.ts';
export { PLUGIN_OPTIONS } from './packages/nx/src/options/plugin-options.ts';
`;

/** What the generated files are made from: the product's own tables, and its policies as it reads them. */
export async function readSources(root) {
  const source = await loadSource(imports);
  const { compiled, faults } = await source.compileBuiltin(join(root, 'policies'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    ...source,
    commands: source.commands(),
    policies: compiled.policies,
    packs: await packsOf(compiled.packs, source.resolvePacks),
    /** Packs as their files say, by id. */
    ownPacks: compiled.packs,
  };
}

/** Each pack with all that runs in it, through what it extends. */
async function packsOf(packs, resolvePacks) {
  const find = async (name) => {
    const id = name.replace(/^dockwarden:/, '');
    return { pack: packs[id], location: id, diagnostics: [] };
  };
  const resolved = Object.values(packs).map(async (pack) => {
    const { settings } = await resolvePacks([pack.id], undefined, find);
    const on = [...settings].filter(([, { severity, checks }]) => severity !== 'off' || checks);
    return { id: pack.id, title: pack.title, why: pack.why, policies: new Map(on) };
  });
  return (await Promise.all(resolved)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
