import { at, listAt, readJson, textAt } from '../docker/json.ts';

/** One line of `--progress=rawjson`. Source: BuildKit's client.SolveStatus. */
export interface SolveStatus {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
}

/** A step; told again whenever something of it changes. Steps of equal digest are one, whichever target has them. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached: boolean;
  readonly error?: string;
}

export interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
}

export interface VertexLog {
  readonly vertex: string;
  readonly stream: 'stdout' | 'stderr';
  readonly data: Buffer;
}

/** Undefined for a line that is no status: the error message behind them. */
export function readSolveStatus(line: string): SolveStatus | undefined {
  const value = line.startsWith('{') ? readJson(line) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return {
    vertexes: listAt(value, 'vertexes').flatMap(vertexOf),
    statuses: listAt(value, 'statuses').flatMap((status) => {
      const [id, vertex] = [textAt(status, 'id'), textAt(status, 'vertex')];
      return id && vertex ? [{ id, vertex }] : [];
    }),
    logs: listAt(value, 'logs').flatMap((log) => {
      const [vertex, data] = [textAt(log, 'vertex'), textAt(log, 'data')];
      const stream = at(log, 'stream') === 2 ? 'stderr' : 'stdout';
      return vertex && data ? [{ vertex, stream, data: Buffer.from(data, 'base64') } as const] : [];
    }),
  };
}

function vertexOf(value: unknown): Vertex[] {
  const [digest, name] = [textAt(value, 'digest'), textAt(value, 'name')];
  if (!digest || !name) return [];
  const [started, completed, error] = ['started', 'completed', 'error'].map((key) => textAt(value, key));
  return [{ digest, name, started, completed, error, cached: at(value, 'cached') === true }];
}
