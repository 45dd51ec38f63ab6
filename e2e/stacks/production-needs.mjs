import { runOk } from '../support/run-program.mjs';

/** What the production form of Compose gives the container of a project, so that the same is given to it here. */
export async function productionNeeds(workspace, project) {
  const folder = workspace.folder === '.' ? '' : `${workspace.folder}/`;
  const files = ['compose.yaml', 'compose.prod.yaml'].flatMap((name) => ['--file', folder + name]);
  const env = { ...process.env, TAG: 'e2e' };
  const merged = await runOk('docker', ['compose', ...files, 'config', '--format', 'json'], {
    cwd: workspace.root,
    env,
  });
  const { services } = JSON.parse(merged);
  const service = services[project.split('/').at(-1)];
  if (!service) throw new Error(`Compose has no service for ${project}: ${Object.keys(services).join(', ')}`);
  return { writable: service.tmpfs ?? [], environment: service.environment ?? {} };
}
