import { createServer } from 'node:http';

const orders = [];

createServer((request, response) => {
  if (request.method === 'POST') orders.push({ at: new Date().toISOString() });
  response.end(JSON.stringify(orders));
}).listen(3000);
