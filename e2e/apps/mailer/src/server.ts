import { greet } from '@acme/greeting';
import Fastify from 'fastify';

const app = Fastify({ logger: true });

app.get('/ready', async () => ({ status: 'ok' }));
app.get('/mails/:name', async (request) => ({ text: greet((request.params as { name: string }).name) }));

process.once('SIGTERM', () => {
  app.close().then(() => process.exit(0));
});

app.listen({ host: '0.0.0.0', port: 5000 });
