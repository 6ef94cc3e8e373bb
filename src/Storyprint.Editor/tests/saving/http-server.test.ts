import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpServer } from '../../src/saving/http-server';

const sending = { editor: 'e', request: 'r', version: 1, branch: false, change: {} };

function answering(status: number, body: unknown, type = 'basic'): HttpServer {
  const json = (): Promise<unknown> => (body === undefined ? Promise.reject(new Error('no JSON')) : Promise.resolve(body));
  return new HttpServer('/draft', () => Promise.resolve({ ok: status >= 200 && status < 300, status, type, json } as unknown as Response));
}

for (const [name, server, expected] of [
  ['saved', answering(200, { version: 2, by: ['Ines'] }), { kind: 'saved', version: 2, by: ['Ines'] }],
  ['a page in place of an answer, as from a hotel', answering(200, undefined), { kind: 'failed', problem: undefined }],
  ['a redirect to the sign-in', answering(0, undefined, 'opaqueredirect'), { kind: 'signed-out' }],
  ['401', answering(401, undefined), { kind: 'signed-out' }],
  ['409', answering(409, { version: 4, reason: 'unknown-base' }), { kind: 'unknown-base' }],
  ['400 with a sentence', answering(400, { problem: 'No.', where: '/blocks/0' }), { kind: 'refused', problem: 'No.' }],
  ['400 without one: the token', answering(400, undefined), { kind: 'old-token' }],
  ['413', answering(413, undefined), { kind: 'refused', problem: '' }],
  ['403', answering(403, { problem: 'Not yours.' }), { kind: 'stopped', problem: 'Not yours.', isGone: false }],
  ['410', answering(410, { problem: 'Withdrawn.' }), { kind: 'stopped', problem: 'Withdrawn.', isGone: true }],
  ['404 of a proxy, without a sentence', answering(404, undefined), { kind: 'failed', problem: undefined }],
  ['503', answering(503, { problem: 'The disk is full.' }), { kind: 'failed', problem: 'The disk is full.' }],
  ['507', answering(507, undefined), { kind: 'failed', problem: undefined }],
  ['no network', new HttpServer('/draft', () => Promise.reject(new TypeError('offline'))), { kind: 'failed' }],
] as [string, HttpServer, unknown][]) {
  test(`What the server says is understood: ${name}`, async () => assert.deepEqual(await server.send(sending, 'token'), expected));
}

test('The change goes with the token, and never along a redirect', async () => {
  let asked: [string, RequestInit] | null = null;
  const server = new HttpServer('/draft', (address, options) => { asked = [address as string, options!]; return Promise.reject(new Error('x')); });
  await server.send(sending, 'secret');
  const [address, { method, headers, body, redirect }] = asked!;
  assert.deepEqual([address, method, redirect, JSON.parse(body as string)], ['/draft', 'POST', 'manual', sending]);
  assert.equal((headers as Record<string, string>).RequestVerificationToken, 'secret');
});
