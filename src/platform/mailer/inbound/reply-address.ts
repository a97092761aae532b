import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform.ts'
import { hostOf, senderOf } from '../sender.ts'

/** What an address of ours is for: delivery reports about a mail, or answers that belong to a case. */
export type ReplyKind = 'bounce' | 'case'

/** What addresses are made with. */
export type ReplyDesk = Pick<Platform, 'config' | 'publicUrl' | 'settings' | 'key'>

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const markBytes = 12
const idBytes = 16

// Mail programs keep neither case nor signs, so the token is of small letters and digits only (RFC 4648, base 32).
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

function markOf({ key }: Pick<Platform, 'key'>, kind: ReplyKind, id: Buffer): Buffer {
  return createHmac('sha256', key).update(`reply\n${kind}\n`).update(id).digest().subarray(0, markBytes)
}

/** The domain whose mail comes to us: INBOUND_DOMAIN, or the sender's. */
export function inboundDomain(desk: Omit<ReplyDesk, 'key'>): string {
  return (desk.config.inboundDomain ?? hostOf(senderOf(desk))).toLowerCase()
}

/**
 * An address of ours that leads an answer back: `case+<token>@<domain>`. The token names the mail or the case, and
 * nobody but this installation can make one. Null while no mail comes in (INBOUND_SMTP is not set).
 */
export function replyAddress(desk: ReplyDesk, kind: ReplyKind, id: string): string | null {
  if (desk.config.inboundSmtp === null) return null
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const token = base32(Buffer.concat([bytes, markOf(desk, kind, bytes)]))
  return `${kind}+${token}@${inboundDomain(desk)}`
}

const shape = /^(bounce|case)\+([a-z2-7]{45})@([^@]+)$/

/** What an address of ours names; undefined for every other address, and for one that we did not make. */
export function readReplyAddress(
  desk: ReplyDesk,
  address: string,
): { readonly kind: ReplyKind; readonly id: string } | undefined {
  const [, kind, token = '', domain] = shape.exec(address.trim().toLowerCase()) ?? []
  if ((kind !== 'bounce' && kind !== 'case') || domain !== inboundDomain(desk)) return undefined
  const bytes = fromBase32(token)
  const id = bytes.subarray(0, idBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes, idBytes + markBytes), markOf(desk, kind, id))) return undefined
  const hex = id.toString('hex')
  return { kind, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}
