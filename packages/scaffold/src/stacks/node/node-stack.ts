import { type App, readIn } from '../../model/app.ts';
import type { Stack } from '../../model/stack.ts';
import { type NodeDetails, nodeDetails } from './details.ts';
import { planNode } from './plan.ts';
import { readProject } from './project/layout.ts';
import { isFault } from './project/package-json.ts';

/** Servers on Node.js: plain, Express, Fastify, NestJS, Remix and React Router, and whatever else a start command runs. */
export const nodeStack: Stack<NodeDetails> = {
  name: 'node',
  title: 'Node.js',
  family: 'node',
  patterns: ['multi', 'single', 'builder', 'artifact'],
  bases: ['slim', 'alpine', 'distroless'],
  detect(app, asked) {
    const read = readProject(app);
    if (read === undefined || isFault(read)) return read;
    if (!asked && isLibrary(app)) return undefined;
    const { details, evidence } = nodeDetails(app, read.project);
    // A package.json beside a go.mod may hold but a formatter: something has to be started.
    if (!asked && details.start === undefined) return undefined;
    return { details, evidence: [...evidence, ...read.evidence] };
  },
  plan: planNode,
};

/** Nx says of each of its projects what it is. */
function isLibrary(app: App): boolean {
  return /"projectType"\s*:\s*"library"/.test(readIn(app, 'project.json') ?? '');
}
