import type { FactNodes } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { buildKind } from './build.ts';
import { builtKind } from './built.ts';
import { builtEntryKind } from './built-entry.ts';
import { builtLayerKind } from './built-layer.ts';
import { commandKind } from './command.ts';
import { commentKind } from './comment.ts';
import { composeKind } from './compose.ts';
import { composeFileKind } from './compose-file.ts';
import { contextKind } from './context.ts';
import { copiedKind } from './copied.ts';
import { credentialKind } from './credential.ts';
import { dependencyKind } from './dependency.ts';
import { dependsOnKind } from './depends-on.ts';
import { dockerfileKind } from './dockerfile.ts';
import { downloadKind } from './download.ts';
import { environmentKind } from './environment.ts';
import { expansionKind } from './expansion.ts';
import { faultKind } from './fault.ts';
import { flagKind } from './flag.ts';
import { healthcheckKind } from './healthcheck.ts';
import { ignoreKind } from './ignore.ts';
import { ignorePatternKind } from './ignore-pattern.ts';
import { imageKind } from './image.ts';
import { installKind } from './install.ts';
import { instructionKind } from './instruction.ts';
import { keyKind } from './key.ts';
import { labelKind } from './label.ts';
import { limitsKind } from './limits.ts';
import { loggingKind } from './logging.ts';
import { manifestBlockKind } from './manifest-block.ts';
import { mountKind } from './mount.ts';
import { packageKind } from './package.ts';
import { portKind } from './port.ts';
import { probeKind } from './probe.ts';
import { processKind } from './process.ts';
import { programKind } from './program.ts';
import { projectKind } from './project.ts';
import { publishedPortKind } from './published-port.ts';
import { rawServiceKind } from './raw-service.ts';
import { referenceKind } from './reference.ts';
import { resourceKind } from './resource.ts';
import { runtimeKind } from './runtime.ts';
import { runtimeClaimKind } from './runtime-claim.ts';
import { serviceKind } from './service.ts';
import { shellKind } from './shell.ts';
import { sourceKind } from './source.ts';
import { stageKind } from './stage.ts';
import { userKind } from './user.ts';
import { variableKind } from './variable.ts';
import { wordKind } from './word.ts';
import { workspaceKind } from './workspace.ts';

/** Every kind of fact there is. */
export const vocabulary: { readonly [K in keyof FactNodes]: Kind<K> } = {
  workspace: workspaceKind,
  project: projectKind,
  dockerfile: dockerfileKind,
  stage: stageKind,
  instruction: instructionKind,
  command: commandKind,
  word: wordKind,
  flag: flagKind,
  install: installKind,
  package: packageKind,
  download: downloadKind,
  source: sourceKind,
  mount: mountKind,
  copied: copiedKind,
  variable: variableKind,
  credential: credentialKind,
  expansion: expansionKind,
  reference: referenceKind,
  image: imageKind,
  user: userKind,
  shell: shellKind,
  port: portKind,
  program: programKind,
  runtime: runtimeKind,
  'runtime-claim': runtimeClaimKind,
  process: processKind,
  probe: probeKind,
  label: labelKind,
  comment: commentKind,
  'manifest-block': manifestBlockKind,
  fault: faultKind,
  context: contextKind,
  dependency: dependencyKind,
  ignore: ignoreKind,
  'ignore-pattern': ignorePatternKind,
  compose: composeKind,
  'compose-file': composeFileKind,
  'raw-service': rawServiceKind,
  key: keyKind,
  service: serviceKind,
  build: buildKind,
  'published-port': publishedPortKind,
  'depends-on': dependsOnKind,
  environment: environmentKind,
  healthcheck: healthcheckKind,
  limits: limitsKind,
  logging: loggingKind,
  resource: resourceKind,
  built: builtKind,
  'built-entry': builtEntryKind,
  'built-layer': builtLayerKind,
};
