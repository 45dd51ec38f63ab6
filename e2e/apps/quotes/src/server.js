import Fastify from 'fastify';

const app = Fastify({ logger: true });

app.get('/health', async () => ({ status: 'ok' }));
app.get('/quotes', async () => [{ text: 'Simple things should be simple.' }]);

process.once('SIGTERM', async () => {
  await app.close();
  process.exit(0);
});

await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 8080) });
