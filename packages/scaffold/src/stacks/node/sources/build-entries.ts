import { type App, pathIn } from '../../../model/app.ts';

/** What neither a build nor a run needs: history, what was installed or built, and what the image has from elsewhere. */
const LEFT_OUT =
  /^(?:\.(?!swcrc$|babelrc$|browserslistrc$).*|node_modules|docs?|coverage|dist|build|out|tmp|logs?|Dockerfile.*|.*compose[\w.-]*\.ya?ml|dockwarden\.ya?ml|package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-.*\.yaml|yarn\.lock|bun\.lockb?|[A-Z]+(?:\.md)?|.*\.(?:md|log|pem|key))$/;

/** Tests, and the settings of tools that a build does not start. */
const FOR_DEVELOPMENT =
  /^(?:tests?|__tests__|e2e|cypress|.*[.-](?:test|spec|stories)\.[cm]?[jt]sx?|(?:eslint|prettier|jest|vitest|playwright|cypress|commitlint|lint-staged|knip)\.(?:\w+\.)?config\.\w+|biome\.jsonc?|renovate\.json5?|nodemon\.json)$/;

/** Patterns of tests, wherever they lie beside the sources. */
export const TEST_PATTERNS = ['**/*.test.*', '**/*.spec.*', '**/__tests__'];

/** Folders and files that a build in one stage reads, of an app that stands alone. */
export function buildEntries(app: App): { folders: string[]; files: string[] } {
  const names = app.fs.list(app.project.root).filter((name) => !LEFT_OUT.test(name) && !FOR_DEVELOPMENT.test(name));
  const kindOf = (name: string) => app.fs.kind(pathIn(app, name));
  return {
    folders: names.filter((name) => kindOf(name) === 'directory'),
    files: names.filter((name) => kindOf(name) === 'file'),
  };
}
