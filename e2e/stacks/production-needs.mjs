import { parse } from 'yaml';

/** What the production form of Compose gives the container of a project: the same is given to it here. */
export function productionNeeds(workspace, project) {
  const folder = workspace.folder === '.' ? '' : `${workspace.folder}/`;
  const files = ['compose.yaml', 'compose.prod.yaml'].map((name) => folder + name).filter(workspace.exists);
  const needs = { writable: ['/tmp'], environment: {}, probe: undefined };
  for (const file of files) {
    const services = parse(workspace.read(file), { merge: true }).services ?? {};
    const service = services[project.split('/').at(-1)] ?? Object.values(services)[0] ?? {};
    if (service.tmpfs) needs.writable = [service.tmpfs].flat();
    if (service.healthcheck) needs.probe = service.healthcheck;
  }
  return needs;
}
