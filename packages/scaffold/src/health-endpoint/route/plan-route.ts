import { baseName, folderOf } from '@dockwarden-internal/facts';
import { eolOf } from '../../compose/line-ending.ts';
import type { App } from '../../model/app.ts';
import type { HealthPlan } from '../health-plan.ts';
import { isOurs, modulePath } from '../source/module-name.ts';
import { type ProgramFile, programFiles } from '../source/program-files.ts';
import { routeOf } from '../source/route-of.ts';
import { addRegistration } from './add-registration.ts';
import type { Creation, RouteKit } from './route-kit.ts';

/**
 * A module with the checks beside the file that makes the app, and the lines that register it in there. Undefined where the project has
 * no file of that framework.
 */
export function planRoute(app: App, kit: RouteKit, path: string): HealthPlan | undefined {
  const files = programFiles(app, kit.language, [...kit.words, kit.mark, path]).filter(
    ({ path }) => !isOurs(app, path),
  );
  const registered = files.find(({ tokens }) => tokens.some(({ kind, text }) => kind === 'word' && text === kit.mark));
  if (registered) return planAgain(app, kit, path, registered, files);
  const there = routeOf(files, path, kit.isRoute);
  if (there)
    return { files: [], notes: [`${there.path} has a route ${path}: nothing is added.`], path, registered: true };
  const creations = files.flatMap((file) => kit.creations(file));
  const file = creations[0]?.file ?? files[0];
  const module = file && modulePath(app, folderOf(file.path), kit.moduleNames(file));
  if (!module) return undefined;
  const statement = creations.length === 1 ? creations[0]!.statement : undefined;
  const written = { path: module, text: textOf(kit, file, files) };
  const registration = kit.registration(file, baseName(module), statement?.variable ?? 'app', files);
  const unsure = statement ? registration.unsure : whyNot(kit, creations);
  if (unsure === undefined && statement) {
    const text = addRegistration({ file, statement }, registration, kit.importAfter(file, statement.first));
    return { files: [written, { path: file.path, text, edited: true }], notes: [], path, registered: true };
  }
  const { importLine, registerLine } = registration;
  const lines = [importLine, registerLine].filter((line) => line !== undefined).join('\n');
  const note = `Nothing answers at ${path} yet: ${unsure}. Add these lines where the app is made:\n${lines}`;
  return { files: [written], notes: [note], path, registered: false };
}

/** A second time: the lines stand, and the module is what it would be today. */
function planAgain(
  app: App,
  kit: RouteKit,
  path: string,
  file: ProgramFile,
  files: readonly ProgramFile[],
): HealthPlan {
  const module = modulePath(app, folderOf(file.path), kit.moduleNames(file));
  if (module !== undefined && isOurs(app, module))
    return { files: [{ path: module, text: textOf(kit, file, files) }], notes: [], path, registered: true };
  return { files: [], notes: [`${file.path} has ${kit.mark} already: nothing is added.`], path, registered: true };
}

function textOf(kit: RouteKit, file: ProgramFile, files: readonly ProgramFile[]): string {
  return kit.moduleText(file, files).replaceAll('\n', eolOf(file.text));
}

function whyNot({ title }: RouteKit, creations: readonly Creation[]): string {
  const places = [...new Set(creations.map(({ file }) => file.path))].join(' and ');
  if (creations.length > 1) return `${creations.length} apps of ${title} are made in ${places}`;
  if (creations.length === 1) return `${places} makes the app in a way that no line can be put below for sure`;
  return `no file makes an app of ${title} in a way that is known`;
}
