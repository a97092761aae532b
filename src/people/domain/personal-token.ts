/** What a personal access token may be used for. */
export const tokenScopes = ['requests:read', 'requests:write', 'decisions:write', 'events:read'] as const
export type TokenScope = (typeof tokenScopes)[number]

const shape = /^vst_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function base62(bytes: Uint8Array, length: number): string {
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let text = ''
  for (let i = 0; i < length; i++) {
    text = digits.charAt(Number(value % 62n)) + text
    value /= 62n
  }
  return text
}

// CRC-32 (ISO 3309): lets scanners of leaked secrets and our own door tell a token from a typing mistake.
function checksum(text: string): string {
  let crc = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  const value = (crc ^ 0xffffffff) >>> 0
  return base62(Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value), 6)
}

/** A token as it is shown once, from 6 bytes that name it and 32 bytes of secret. */
export function writePersonalToken(random: { name: Uint8Array; secret: Uint8Array }): {
  token: string
  prefix: string
} {
  const prefix = base62(random.name, 8)
  const body = `vst_${prefix}_${base62(random.secret, 43)}`
  return { token: `${body}${checksum(body)}`, prefix }
}

/** The public prefix of a token; undefined when the text cannot be one of ours. */
export function readPersonalToken(text: string): string | undefined {
  const [whole, prefix, , sum] = shape.exec(text) ?? []
  return whole !== undefined && checksum(whole.slice(0, -6)) === sum ? prefix : undefined
}
