import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { App } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import type { NodeDetails } from './details.ts';
import { managerCommands } from './manager/commands.ts';
import { planArtifact } from './patterns/artifact.ts';
import { planBuilder } from './patterns/builder.ts';
import { planInside } from './patterns/inside.ts';
import { planNx } from './patterns/nx.ts';
import { planOutside } from './patterns/outside.ts';
import type { Server } from './patterns/server.ts';
import { planSingle } from './patterns/single.ts';
import { plainNames } from './plain-names.ts';

export function planNode(app: App, details: NodeDetails, options: SetupOptions): StackPlan | Diagnostic {
  const { project, start, version } = details;
  const fault = plainNames(project);
  if (fault) return fault;
  if (!start) return noStart(app, project.layout.kind === 'integrated');
  const commands = managerCommands(project);
  const server: Server = {
    app,
    image: { project, version, commands, options, base: options.base ?? 'slim' },
    details,
    start,
    port: options.port ?? details.listening.port,
    path: options.healthPath ?? details.healthPath,
  };
  return details.nx ? planNx(server, details.nx) : planPattern(server, options);
}

function planPattern(server: Server, { pattern, build }: SetupOptions): StackPlan | Diagnostic {
  switch (pattern) {
    case 'single':
      return planSingle(server);
    case 'builder':
      return planBuilder(server);
    case 'artifact':
      return planArtifact(server);
    case 'multi':
      return build === 'outside' ? planOutside(server) : planInside(server);
  }
}

function noStart(app: App, integrated: boolean): Diagnostic {
  return {
    code: 'setup/no-start-command',
    message: `It cannot be told how ${app.project.name} is started.`,
    hint: integrated
      ? 'Give it a target build whose options name main and outputPath, as @nx/esbuild:esbuild has them.'
      : 'Give its package.json a script start that runs a file: "start": "node dist/main.js".',
    path: app.project.root,
    exit: 2,
  };
}
