import type { PlannedFile } from '../model/planned-file.ts';

export const HEALTH_FRAMEWORKS = [
  'express',
  'fastify',
  'nestjs',
  'nextjs',
  'fastapi',
  'flask',
  'go',
  'spring',
] as const;
export type HealthFramework = (typeof HEALTH_FRAMEWORKS)[number];

export interface HealthRequest {
  readonly framework: HealthFramework;
  /** Path of the route: `/health`. */
  readonly path: string;
  /** Services that the app cannot work without, as `--with` names them: `postgres`, `redis`. */
  readonly dependencies: readonly string[];
}

/** What one dependency is asked for: whether something listens where a variable of the environment points. */
export interface ServiceCheck {
  /** Name in the answer: `postgres`. */
  readonly name: string;
  /** Variable that holds its address, as a URL or as `host:port`. */
  readonly variable: string;
  /** Port where the address names none. */
  readonly port: number;
}

export interface HealthPlan {
  /** The module with the checks, and the file that registers it where it is found; none where there is nothing to do. */
  readonly files: readonly PlannedFile[];
  /** What somebody has to know or do, one sentence or the lines to add each. */
  readonly notes: readonly string[];
  /** Path that the route answers at: that of the request, behind what the framework puts before it. */
  readonly path: string;
  /** Whether the app answers there once the files are written; false where somebody has to add the lines of a note. */
  readonly registered: boolean;
}
