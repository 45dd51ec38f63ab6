import express from 'express';

const app = express();
const port = Number(process.env.PORT ?? 4000);

app.get('/health', (_request, response) => {
  response.json({ status: 'ok' });
});
app.get('/orders', (_request, response) => {
  response.json([{ id: 1, total: 12.5 }]);
});

const server = app.listen(port, () => console.log(`listening on ${port}`));
process.once('SIGTERM', () => server.close(() => process.exit(0)));
process.once('SIGINT', () => server.close(() => process.exit(0)));
