import { greet } from '@acme/greeting';
import express from 'express';

const app = express();
const port = Number(process.env.PORT ?? 4100);

app.get('/health', (_request, response) => {
  response.json({ status: 'ok' });
});
app.get('/greet/:name', (request, response) => {
  response.json({ greeting: greet(request.params.name) });
});

const server = app.listen(port, () => console.log(`listening on ${port}`));
process.once('SIGTERM', () => server.close(() => process.exit(0)));
process.once('SIGINT', () => server.close(() => process.exit(0)));
