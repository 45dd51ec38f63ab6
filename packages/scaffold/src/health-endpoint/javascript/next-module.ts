import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { checksImport, checksText } from './checks-text.ts';

/**
 * A route handler of the app router. It is answered anew each time: by `dynamic`, or, where the configuration caches components and allows
 * no such setting, by waiting for a connection. Source: Next.js documentation, "Route Handlers", "Route Segment Config", "connection".
 */
export function nextHandler(checks: readonly ServiceCheck[], typescript: boolean, cachesComponents: boolean): string {
  const writing = { typescript, esm: true };
  const imports = `${checksImport(checks, writing)}${cachesComponents ? "import { connection } from 'next/server';\n" : ''}`;
  return `// ${WRITTEN_BY}
${imports}${imports && '\n'}${cachesComponents ? '' : "export const dynamic = 'force-dynamic';\n\n"}/** Answers 200 if every check passes, else 503, and says so of each. */
export async function GET()${typescript ? ': Promise<Response>' : ''} {
${cachesComponents ? '  await connection();\n' : ''}  const report = await healthReport();
  return Response.json(report, {
    status: report.status === 'up' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}

${checksText(checks, writing)}`;
}

/** A route of the pages router. Source: Next.js documentation, "API Routes". */
export function nextPage(checks: readonly ServiceCheck[], typescript: boolean): string {
  const writing = { typescript, esm: true };
  const types = typescript ? "import type { NextApiRequest, NextApiResponse } from 'next';\n" : '';
  const imports = `${checksImport(checks, writing)}${types}`;
  const parameters = typescript ? '_request: NextApiRequest, response: NextApiResponse' : '_request, response';
  return `// ${WRITTEN_BY}
${imports}${imports && '\n'}/** Answers 200 if every check passes, else 503, and says so of each. */
export default async function handler(${parameters})${typescript ? ': Promise<void>' : ''} {
  const report = await healthReport();
  response.setHeader('Cache-Control', 'no-store');
  response.status(report.status === 'up' ? 200 : 503).json(report);
}

${checksText(checks, writing)}`;
}
