import type { Evidence } from '../../model/evidence.ts';
import type { Stack } from '../../model/stack.ts';
import { readProject } from '../node/project/layout.ts';
import { namingManifest } from '../node/project/naming-manifest.ts';
import { nodeVersion } from '../node/project/node-version.ts';
import { dependencyOn, isFault } from '../node/project/package-json.ts';
import { startScript } from '../node/sources/start-command.ts';
import { DEFAULT_VERSIONS, VERSIONS_AS_OF } from '../versions.ts';
import { BUILDERS, SERVER_PACKAGES } from './builders.ts';
import { nxSite } from './nx-site.ts';
import { outputFolder } from './output-folder.ts';
import { planStatic, type StaticDetails } from './plan.ts';

/** Front ends that are built to files, which nginx serves as a user without privileges. */
export const staticStack: Stack<StaticDetails> = {
  name: 'static',
  title: 'Static front end (nginx)',
  family: 'node',
  patterns: ['multi', 'builder', 'artifact'],
  bases: ['alpine', 'slim'],
  detect(app, asked) {
    const read = readProject(app);
    if (read === undefined || isFault(read)) return read;
    const { project } = read;
    const { manifest } = project;
    const integrated = project.layout.kind === 'integrated';
    const site = integrated ? nxSite(app) : undefined;
    if (integrated && !site) return undefined;
    const builder = BUILDERS.find((one) =>
      site ? one.package === site.package : dependencyOn(manifest, one.package) !== undefined,
    );
    const naming = builder && namingManifest(project, builder.package);
    if (!naming) return undefined;
    // What the root of an integrated workspace depends on may serve another app.
    const ofApp = !site || manifest !== project.rootManifest;
    const serves = SERVER_PACKAGES.some((name) => manifest.dependencies[name] !== undefined) || startScript(manifest);
    const isBuilt = site !== undefined || manifest.scripts.build !== undefined;
    if (!asked && ((ofApp && serves) || !isBuilt)) return undefined;
    const version = nodeVersion(app.project);
    const { output, why } = site ?? outputFolder(app, manifest, builder);
    const major = /\d+/.exec(dependencyOn(naming, builder.package)!)?.[0] ?? '';
    const evidence: Evidence[] = [
      { what: `${builder.title} ${major}`.trim(), why: `dependency ${builder.package} in ${naming.path}` },
      version.evidence,
      { what: `build writes ${output}`, why },
      { what: `nginx ${DEFAULT_VERSIONS.nginx} on port 8080`, why: `serves the files; stable as of ${VERSIONS_AS_OF}` },
      ...read.evidence,
    ];
    return { details: { project, version: version.version, builder, output }, evidence };
  },
  plan: planStatic,
};
