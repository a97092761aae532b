import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type World, world } from '../world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

type Raw = { readonly socket: Socket; said(): string; readonly closed: Promise<void> }

/** A client that speaks as it likes, until the server has closed it. */
function dial(opening: string): Raw {
  const socket = connect(Number(new URL(w.base).port), '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  socket.write(opening)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return { socket, said: () => text, closed }
}

const head = (...lines: string[]) => ['POST /requests/new HTTP/1.1', 'Host: x', ...lines].join('\r\n')
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => match[1])

describe('a client', () => {
  test('cannot hold a connection with headers or a body that never end', async () => {
    const headers = Array.from({ length: 20 }, () => dial('GET / HTTP/1.1\r\nHost: x\r\nX-A: '))
    const bodies = Array.from({ length: 20 }, () =>
      dial(`${head(`Origin: ${w.base}`, 'Content-Length: 60000')}\r\n\r\nidentifier=`),
    )
    const drip = setInterval(() => {
      for (const { socket } of [...headers, ...bodies]) if (!socket.destroyed) socket.write('a')
    }, 500)
    await Promise.all([...headers, ...bodies].map(({ closed }) => closed))
    clearInterval(drip)
    for (const client of [...headers, ...bodies]) expect(statuses(client.said())).toEqual(['408'])
    expect((await w.stranger().get('/healthz')).status).toBe(200)
    // Left to itself, Node would keep the ones for a minute and the others for five.
  }, 55_000)

  test('cannot send more headers than fit, in one or in many', async () => {
    for (const lines of [
      [`X-A: ${'a'.repeat(17_000)}`],
      Array.from({ length: 3_000 }, (_, n) => `X-${n}: a`),
    ]) {
      const client = dial(`GET / HTTP/1.1\r\nHost: x\r\n${lines.join('\r\n')}\r\n\r\n`)
      await client.closed
      expect(statuses(client.said())).toEqual(['431'])
    }
  })

  test('is stopped early when a body is too large, with or without a declared length', async () => {
    const declared = dial(`${head(`Origin: ${w.base}`, 'Content-Length: 314572800')}\r\n\r\n`)
    await declared.closed
    expect(statuses(declared.said())).toEqual(['413'])
    const chunked = dial(`${head(`Origin: ${w.base}`, 'Transfer-Encoding: chunked')}\r\n\r\n`)
    const block = `${(16_384).toString(16)}\r\n${'a'.repeat(16_384)}\r\n`
    let sent = 0
    while (!chunked.socket.destroyed && sent < 10 * 1024 * 1024) {
      if (!chunked.socket.write(block))
        await Promise.race([new Promise((resolve) => chunked.socket.once('drain', resolve)), chunked.closed])
      await new Promise((resolve) => setImmediate(resolve))
      sent += block.length
    }
    chunked.socket.end()
    await chunked.closed
    expect(statuses(chunked.said())).toEqual(['413'])
    expect(chunked.socket.bytesWritten).toBeLessThan(8 * 1024 * 1024)
  })

  test('cannot smuggle a second request into the first', async () => {
    const second = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
    const tricks = [
      `${head('Content-Length: 5', 'Transfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n${second}`,
      `${head('Transfer-Encoding: xchunked')}\r\n\r\n0\r\n\r\n${second}`,
      `${head('Transfer-Encoding: chunked, identity')}\r\n\r\n0\r\n\r\n${second}`,
      `${head('Content-Length: 5', 'Content-Length: 6')}\r\n\r\nabcde${second}`,
      `${head('Content-Length: +5')}\r\n\r\nabcde${second}`,
      `${head('Transfer-Encoding : chunked')}\r\n\r\n0\r\n\r\n${second}`,
      `${head(' Folded: yes', 'Content-Length: 5')}\r\n\r\nabcde${second}`,
      `GET / HTTP/1.1\nHost: x\n\n${second}`,
      `GET / HTTP/1.1\r\n\r\n${second}`,
    ]
    for (const trick of tricks) {
      const client = dial(trick)
      await client.closed
      expect(statuses(client.said()), JSON.stringify(trick.slice(0, 90))).toEqual(['400'])
    }
  })
})
