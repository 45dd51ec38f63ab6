#!/usr/bin/env node
// The command of the package that this one depends on: managers that do not hoist link only the programs of what a workspace names itself.

const { dirname, join } = require('node:path');

require(join(dirname(require.resolve('dockwarden/package.json')), 'bin/dockwarden.js'));
