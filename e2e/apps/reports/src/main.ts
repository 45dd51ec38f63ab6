import { greet } from '@acme/greeting';
import express from 'express';

const app = express();
const port = Number(process.env.PORT ?? 3333);

app.get('/api/health', (_request, response) => {
  response.json({ status: 'ok' });
});
app.get('/api/greet/:name', (request, response) => {
  response.json({ greeting: greet(request.params.name) });
});

const server = app.listen(port, () => console.log(`listening on ${port}`));
process.once('SIGTERM', () => server.close(() => process.exit(0)));
