import { createServer } from 'node:http';
import { nanoid } from 'nanoid';

const port = Number(process.env.PORT ?? 3000);

const server = createServer((request, response) => {
  const known = request.url === '/' || request.url === '/healthz';
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  const time = new Date().toISOString();
  response.end(JSON.stringify(request.url === '/healthz' ? { status: 'ok' } : { id: nanoid(), time }));
});

server.listen(port, () => console.log(`listening on ${port}`));

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => server.close(() => process.exit(0)));
