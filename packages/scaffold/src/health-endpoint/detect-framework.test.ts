import { appOf } from '../testing/app-of.ts';
import { healthFramework } from './detect-framework.ts';

test.each([
  [{ 'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport express from 'express';\n" }, 'nestjs'],
  [{ 'index.js': "const app = require('fastify')();\n" }, 'fastify'],
  [{ 'index.js': "import express from 'express';\n" }, 'express'],
  [{ 'next.config.mjs': '' }, 'nextjs'],
  [{ 'app.py': 'from flask import Flask\n' }, 'flask'],
  [{ 'app.py': 'import fastapi\n' }, 'fastapi'],
  [{ 'main.go': 'package main\n\nimport "net/http"\n' }, 'go'],
  [{ 'pom.xml': '<groupId>org.springframework.boot</groupId>' }, 'spring'],
  [{ 'index.js': '// express\n' }, undefined],
])('%j is written with %s', (files, framework) => {
  expect(healthFramework(appOf(files))).toBe(framework);
});
