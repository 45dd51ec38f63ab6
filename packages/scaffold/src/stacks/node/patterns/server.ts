import { NO_HEALTH_ROUTE } from '../../../detect/health-route.ts';
import { type Block, dockerfileText } from '../../../dockerfile/dockerfile-text.ts';
import type { App } from '../../../model/app.ts';
import type { StackPlan } from '../../../model/stack.ts';
import type { NodeDetails } from '../details.ts';
import type { StartCommand } from '../sources/start-command.ts';
import { developmentOf, type LiveReload } from '../stages/development.ts';
import { type NodeImage, runtimeProgram, userOf } from '../stages/node-image.ts';
import { fetchProbe } from '../stages/probe.ts';
import type { Runtime } from '../stages/runtime.ts';

/** A server that an image is planned for: what was found, with what was asked for in its place. */
export interface Server {
  readonly app: App;
  readonly image: NodeImage;
  readonly details: NodeDetails;
  readonly start: StartCommand;
  readonly port: number;
  /** Its health route; absent where there is none that could be asked. */
  readonly path?: string;
}

/** The final stage of a server, by what is copied to it and where it lies. */
export function runtimeOf({ image, details, start, port, path }: Server, copies: string[], workdir: string): Runtime {
  return {
    copies,
    args: start.args,
    environment: { ...start.environment, ...(details.listening.byVariable && { PORT: String(port) }) },
    port,
    probe: fetchProbe(runtimeProgram(image), port, path ?? '/', path === undefined),
    needsInit: !details.stops,
    workdir,
  };
}

export interface Planned {
  readonly blocks: readonly (Block | undefined)[];
  readonly ignore: string;
  readonly context?: StackPlan['context'];
  readonly live?: LiveReload;
  readonly files?: StackPlan['files'];
  readonly notes?: readonly string[];
}

export function serverPlan(server: Server, planned: Planned): StackPlan {
  const { image, port, path } = server;
  const { blocks, ignore, live } = planned;
  return {
    dockerfile: dockerfileText(blocks),
    context: planned.context ?? (image.project.layout.folder === '.' ? 'project' : 'workspace'),
    ignore,
    service: {
      port,
      ...(path !== undefined && { healthPath: path }),
      user: userOf(image),
      writable: ['/tmp'],
      environment: {},
      ...(live && { development: developmentOf(image, live, path) }),
    },
    files: planned.files ?? [],
    notes: [...notes(server), ...(planned.notes ?? [])],
  };
}

function notes({ details, image, path }: Server): string[] {
  const { listening, stops, framework } = details;
  const { port } = image.options;
  const found: string[] = [];
  if (path === undefined) found.push(NO_HEALTH_ROUTE);
  if (!stops)
    found.push('Nothing in the sources handles SIGTERM: tini ends the app at once. Handle it to finish requests.');
  if (listening.onlyLocal || (framework === 'fastify' && !listening.hosted))
    found.push('The app has to listen on 0.0.0.0: on localhost nobody outside of its container reaches it.');
  if (port !== undefined && !listening.byVariable && port !== listening.port)
    found.push(`No source reads PORT: let the app listen on ${port}.`);
  return found;
}
