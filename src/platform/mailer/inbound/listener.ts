import type { SMTPServer, SMTPServerSession } from 'smtp-server'
import { countAttempt } from '../../http/limits.store.ts'
import { factsOf } from '../../log.ts'
import type { Platform } from '../../platform.ts'
import type { Told } from '../settle.store.ts'
import type { InboundHandlers } from './handlers.ts'
import { receive } from './receive.ts'
import { inboundDomain, readReplyAddress } from './reply-address.ts'

/** Mail that comes in. */
export type Inbound = {
  /** Takes no more mail. */
  readonly stop: () => Promise<void>
}

const mostBytes = 1_048_576
const mostClients = 50
const silenceMs = 60_000
// Of one mail or one case; whoever has more to say says it in the portal.
const limit = { most: 30, seconds: 3_600 }

const refusal = (code: number, says: string) => Object.assign(new Error(says), { responseCode: code })

type Desk = Pick<Platform, 'config' | 'publicUrl' | 'settings' | 'key' | 'db' | 'log' | 'wake'>
type Parts = { readonly handlers: InboundHandlers; readonly told: Told }
type Take = (
  stream: NodeJS.ReadableStream & { sizeExceeded?: boolean },
  session: SMTPServerSession,
) => Promise<void>

async function take(platform: Desk, parts: Parts): Promise<Take> {
  const { simpleParser } = await import('mailparser')
  return async (stream, { envelope }) => {
    const mail = await simpleParser(stream as never, {
      skipImageLinks: true,
      keepDeliveryStatus: true,
      maxHtmlLengthToParse: 200_000,
    })
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 too big')
    const returnPath = envelope.mailFrom ? envelope.mailFrom.address : ''
    for (const { address } of envelope.rcptTo) {
      const to = readReplyAddress(platform, address)
      if (!to) continue
      const seconds = await countAttempt(platform.db, [{ name: `inbound:${to.kind}:${to.id}`, limit }])
      if (seconds > 0) throw refusal(452, '4.7.1 too many for this address, try again later')
      await receive({ ...parts, db: platform.db }, { mail, returnPath, to })
    }
    platform.wake()
  }
}

async function makeServer(platform: Desk, parts: Parts): Promise<SMTPServer> {
  const { SMTPServer: Server } = await import('smtp-server')
  const taking = await take(platform, parts)
  return new Server({
    name: inboundDomain(platform),
    banner: 'Vestibule',
    authOptional: true,
    // Whoever stands before it is our own mail server; nobody signs in here, and nothing is passed on.
    disabledCommands: ['AUTH', 'STARTTLS', 'VRFY'],
    disableReverseLookup: true,
    size: mostBytes,
    maxClients: mostClients,
    socketTimeout: silenceMs,
    onRcptTo({ address }, session, answer) {
      if (!readReplyAddress(platform, address)) return answer(refusal(550, '5.1.1 no such address here'))
      return answer(
        session.envelope.rcptTo.length >= 5 ? refusal(452, '4.5.3 one after the other') : undefined,
      )
    },
    onData(stream, session, answer) {
      taking(stream, session).then(
        () => answer(),
        (error: unknown) => {
          stream.resume()
          if ((error as { responseCode?: number }).responseCode) return answer(error as Error)
          platform.log.warn('inbound mail not taken', factsOf(error))
          return answer(refusal(451, '4.3.0 try again later'))
        },
      )
    },
  })
}

function placeOf(text: string): { host: string; port: number } {
  const colon = text.lastIndexOf(':')
  if (colon < 0) return { host: '127.0.0.1', port: Number(text) }
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) }
}

/**
 * Listens for mail to our return and reply addresses where INBOUND_SMTP says; null where it says nothing. Another
 * address is refused, so nothing is ever relayed.
 */
export function listenForMail(platform: Desk, parts: Parts): Inbound | null {
  const { inboundSmtp } = platform.config
  if (inboundSmtp === null) return null
  const started = makeServer(platform, parts).then((server) => {
    server.on('error', (error) => platform.log.warn('inbound mail', factsOf(error)))
    const { host, port } = placeOf(inboundSmtp)
    server.listen(port, host, () => platform.log.info('listening for mail', { count: port }))
    return server
  })
  started.catch((error: unknown) => platform.log.error('inbound mail cannot start', factsOf(error)))
  return {
    async stop() {
      const server = await started.catch(() => undefined)
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
    },
  }
}
