import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** When a mail arrived, in milliseconds since 1970, and which request it is about. */
export type Arrival = { readonly at: number; readonly request: string; readonly to: string }

const arrivals: Arrival[] = []
let count = 0
let keeping = false

function requestIn(text: string): string {
  const flat = text.replaceAll('=\r\n', '')
  return /\/requests\/([0-9a-f-]{36})/.exec(flat)?.[1] ?? ''
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      count++
      if (keeping) {
        const at = performance.timeOrigin + performance.now()
        const to = session.envelope.rcptTo[0]?.address ?? ''
        arrivals.push({ at, to, request: requestIn(Buffer.concat(chunks).toString('latin1')) })
      }
      done()
    })
  },
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))
process.on('message', (asked: 'keep' | 'count' | 'arrivals') => {
  if (asked === 'keep') keeping = true
  process.send?.(asked === 'count' ? count : asked === 'arrivals' ? arrivals : 'kept')
})
process.on('disconnect', () => process.exit(0))
