#!/usr/bin/env node
// Committed, since npm links only programs that exist when it installs.
'use strict';

let product;
try {
  product = require('../dist/start.js');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || !String(error.message).includes('dist')) throw error;
  console.error('dockwarden: this checkout is not built yet: run npm run build');
  process.exit(3);
}
product.start();
