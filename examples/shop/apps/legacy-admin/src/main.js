const { createServer } = require('node:http');

createServer((_, response) => response.end('<h1>Shop administration</h1>')).listen(3000);
