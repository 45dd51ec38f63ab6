import { reads, type Token } from '../source/token.ts';

const METHODS = ['get', 'all', 'use', 'route', 'Get', 'All', 'Controller', '@Get', '@All', '@Controller'];
/** What asks others, rather than being asked. */
const CLIENT = /axios|http|client|request|fetch|agent|got|ky/i;

/** True where the words around a path make it a route: `app.get('/health'`, `@Get('health')`, `url: '/health'`. */
export function isRoute(tokens: readonly Token[], at: number): boolean {
  if (reads(tokens, at - 2, 'url', ':')) return true;
  if (!reads(tokens, at - 1, '(') || !METHODS.some((method) => reads(tokens, at - 2, method))) return false;
  const receiver = reads(tokens, at - 3, '.') ? tokens[at - 4] : undefined;
  return receiver === undefined || !CLIENT.test(receiver.text);
}
