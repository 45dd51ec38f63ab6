import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nanoid } from 'nanoid';

test('ids differ', () => assert.notEqual(nanoid(), nanoid()));
