import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** A real DNS server on loopback that knows TXT records, and nothing else. */
export type DnsServer = {
  /** `address:port`, for `DNS_SERVER`. */
  readonly at: string
  /** What it answers; a name that is not here does not exist. */
  readonly texts: Map<string, string[]>
  /** The names it was asked for. */
  readonly asked: readonly string[]
  /** Says nothing any more, until told otherwise. */
  silent: boolean
  stop(): Promise<void>
}

/** Starts one. */
export async function startDnsServer(): Promise<DnsServer> {
  const socket = createSocket('udp4')
  const texts = new Map<string, string[]>()
  const asked: string[] = []
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  const server = {
    at: `127.0.0.1:${port}`,
    texts,
    asked,
    silent: false,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
  socket.on('message', (query, from) => {
    const { name, end } = questionIn(query)
    asked.push(name)
    if (!server.silent)
      socket.send(answerTo(query.subarray(0, end), texts.get(name)), from.port, from.address)
  })
  return server
}

const header = 12
const type = { txt: 16, internet: 1 }

function questionIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = header
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}

function answerTo(question: Buffer, texts: readonly string[] | undefined): Buffer {
  const answer = Buffer.from(question)
  const noSuchName = 3
  answer.writeUInt16BE(0x8580 | (texts ? 0 : noSuchName), 2)
  answer.writeUInt16BE(1, 4)
  answer.writeUInt16BE(texts?.length ?? 0, 6)
  answer.writeUInt32BE(0, 8)
  return Buffer.concat([answer, ...(texts ?? []).map(record)])
}

function record(text: string): Buffer {
  const value = Buffer.from(text, 'ascii')
  const fixed = Buffer.alloc(13)
  fixed.writeUInt16BE(0xc000 | header, 0)
  fixed.writeUInt16BE(type.txt, 2)
  fixed.writeUInt16BE(type.internet, 4)
  fixed.writeUInt32BE(60, 6)
  fixed.writeUInt16BE(value.length + 1, 10)
  fixed.writeUInt8(value.length, 12)
  return Buffer.concat([fixed, value])
}
