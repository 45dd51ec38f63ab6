import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { layersBeforeUse } from './layers-before-use.ts';
import { variablesOf } from './variables-of.ts';

const layers = (text: string, name = 'SHA') => {
  const variable = dockerfileOf(text)
    .instructions.flatMap(variablesOf)
    .find((each) => each.name === name)!;
  return layersBeforeUse(variable).map(({ node }) => node.logical.text.trim());
};

test.each([
  ['FROM node:22\nARG SHA\nRUN npm ci\nCOPY . .\nLABEL a=$SHA\nRUN b\n', ['RUN npm ci', 'COPY . .']],
  ['FROM node:22\nRUN npm ci\nARG SHA\nLABEL a=$SHA\n', []],
  ['FROM node:22\nARG SHA\nRUN echo $SHA\nRUN npm ci\n', []],
  ['FROM node:22\nARG SHA\nCOPY . .\nRUN npm ci\n', ['RUN npm ci']],
  ['FROM node:22\nARG SHA\nCOPY a .\nCOPY b .\n', []],
  ['FROM node:22\nENV SHA=1\nRUN npm ci\n', ['RUN npm ci']],
  ['ARG SHA\nFROM node:22\nRUN npm ci\n', []],
  ['FROM node:22\nARG SHA B=$SHA\nRUN npm ci\n', []],
  ['FROM node:22\nONBUILD ARG SHA\nRUN npm ci\n', []],
  ['FROM node:22 AS a\nARG SHA\nRUN npm ci\nFROM a\nRUN echo $SHA\n', ['RUN npm ci']],
])('%j: %j', (text, expected) => {
  expect(layers(text)).toEqual(expected);
});
