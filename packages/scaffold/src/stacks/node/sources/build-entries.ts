import { type App, pathIn } from '../../../model/app.ts';

/** What neither a build nor a run needs: history, tests, what was installed or built, and what the image has from elsewhere. */
const LEFT_OUT =
  /^(?:\.(?!swcrc$|babelrc$).*|node_modules|tests?|__tests__|e2e|cypress|docs?|coverage|dist|build|out|tmp|logs?|Dockerfile.*|.*compose[\w.-]*\.ya?ml|package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-.*\.yaml|yarn\.lock|bun\.lockb?|[A-Z]+(?:\.md)?|.*\.(?:md|log|pem|key))$/;

/** Folders and files that a build in one stage reads, of an app that stands alone. */
export function buildEntries(app: App): string[] {
  return app.fs.list(app.project.root).filter((name) => !LEFT_OUT.test(name) && app.fs.kind(pathIn(app, name)));
}
