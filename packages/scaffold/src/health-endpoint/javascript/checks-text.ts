import type { ServiceCheck } from '../health-plan.ts';

/** How a module is written: the parts that depend on it are chosen by `ts` and `esm`. */
export interface Writing {
  readonly typescript: boolean;
  readonly esm: boolean;
}

/** The part of a module that runs the checks: `healthReport()` gives what to answer. Source: Node.js documentation, `net.connect` and `AbortSignal.timeout`. */
export function checksText(checks: readonly ServiceCheck[], { typescript }: Writing): string {
  const ts = (text: string) => (typescript ? text : '');
  const type = ts(': Record<string, Check>');
  const entries = checks.map(
    ({ name, variable, port }) => `  ${name}: (signal) => reachable('${variable}', ${port}, signal),\n`,
  );
  const head = `${ts('type Check = (signal: AbortSignal) => Promise<unknown>;\n\n')}/** What the app cannot work without: a check that rejects, or takes too long, answers 503. Add your own here. */
const checks${type} = {${entries.length > 0 ? `\n${entries.join('')}` : ''}};

/** Milliseconds that each check may take; they run side by side. A container's health check waits a little longer. */
const TIME_LIMIT = 2000;
`;
  const report = `
async function healthReport() {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await outcomeOf(check)]${ts(' as const')}),
  );
  const up = results.every(([, { status }]) => status === 'up');
  return { status: up ? 'up' : 'down', checks: Object.fromEntries(results) };
}

async function outcomeOf(check${ts(': Check')})${ts(": Promise<{ status: 'up' | 'down'; reason?: string }>")} {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const late = new Promise${ts('<string>')}((resolve) => {
    signal.addEventListener('abort', () => resolve('timed out'));
  });
  const reason = await Promise.race([failureOf(check, signal), late]);
  return reason === undefined ? { status: 'up' } : { status: 'down', reason };
}

/** Why a check fails, in words that name no address and no credentials; undefined where it passes. */
async function failureOf(check${ts(': Check')}, signal${ts(': AbortSignal')})${ts(': Promise<string | undefined>')} {
  try {
    await check(signal);
    return undefined;
  } catch (error) {
    const { code, message } = Object(error);
    return String(code ?? message ?? 'failed');
  }
}
`;
  const reachable = `
/** Resolves if something listens where a variable of the environment points. */
async function reachable(variable${ts(': string')}, defaultPort${ts(': number')}, signal${ts(': AbortSignal')})${ts(': Promise<void>')} {
  const address = process.env[variable];
  if (!address) throw new Error(\`\${variable} is not set\`);
  const { hostname, port } = new URL(address.includes('://') ? address : \`tcp://\${address}\`);
  if (!hostname) throw new Error(\`\${variable} names no host\`);
  await new Promise${ts('<void>')}((resolve, reject) => {
    const host = hostname.replace(/^\\[|\\]$/g, '');
    const socket = connect({ host, port: Number(port || defaultPort), signal });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
`;
  return `${head}${report}${checks.length > 0 ? reachable : ''}`;
}

/** The import that the checks need. */
export function checksImport(checks: readonly ServiceCheck[], { esm }: Writing): string {
  if (checks.length === 0) return '';
  return esm ? "import { connect } from 'node:net';\n" : "const { connect } = require('node:net');\n";
}
