import { createServer } from 'node:http';
import { articles, find } from '@shop/catalog';
import { health } from './health.js';

const port = Number(process.env.PORT ?? 3000);

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [status, body] = await answer(pathname);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

async function answer(pathname: string): Promise<[number, unknown]> {
  if (pathname === '/health') return health();
  if (pathname === '/articles') return [200, articles];
  const article = find(pathname.replace('/articles/', ''));
  return article ? [200, article] : [404, { error: 'not found' }];
}

server.listen(port);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
