const { createReadStream } = require('node:fs');
const { parse } = require('csv-parse');

createReadStream(process.argv[2] ?? 'articles.csv')
  .pipe(parse({ columns: true }))
  .on('data', (article) => console.log(`${article.sku}: ${article.name}`));
