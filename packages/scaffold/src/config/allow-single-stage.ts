import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { App } from '../model/app.ts';
import type { PlannedFile } from '../model/planned-file.ts';

const CONFIG = 'dockwarden.yaml';
const POLICY = 'image/multi-stage';

/**
 * The configuration with an override that lets a project ship the stage that it is built in, and what else of policies that goes against;
 * undefined where it says so already, or cannot be read. Comments and order are kept.
 */
export function allowSingleStage({ fs, project }: App, relaxes: readonly string[] = []): PlannedFile | undefined {
  const text = fs.read(CONFIG);
  const policies = project.tags.includes('docker:single') ? relaxes : [POLICY, ...relaxes];
  if (policies.length === 0) return undefined;
  if (text === undefined) return { path: CONFIG, text: fresh(project.name, policies), edited: true };
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const overrides = document.get('overrides');
  if (overrides !== undefined && !isSeq(overrides)) return undefined;
  if (isSeq(overrides) && overrides.items.some((item) => allows(item, project.name, policies))) return undefined;
  if (isSeq(overrides)) overrides.add(document.createNode(override(project.name, policies)));
  else document.set('overrides', document.createNode([override(project.name, policies)]));
  return { path: CONFIG, text: document.toString({ lineWidth: 0 }), edited: true };
}

function allows(item: unknown, name: string, policies: readonly string[]): boolean {
  if (!isMap(item) || policies.some((policy) => item.getIn(['policies', policy]) !== 'off')) return false;
  const names = item.getIn(['projects', 'names']);
  return isSeq(names) && names.toJSON().includes(name);
}

function override(name: string, policies: readonly string[]) {
  return { projects: { names: [name] }, policies: Object.fromEntries(policies.map((policy) => [policy, 'off'])) };
}

function fresh(name: string, policies: readonly string[]): string {
  const overrides = stringify({ overrides: [override(name, policies)] }, { lineWidth: 0 });
  return `dockwarden: config/v1\nextends: [dockwarden:recommended]\n${overrides}`;
}
