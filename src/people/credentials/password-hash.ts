import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
const memory = 19_456
const passes = 2
const lanes = 1
const tagLength = 32
const atOnce = 4

const derive = promisify(argon2)
const waiting: (() => void)[] = []
let running = 0

/** Runs at most four derivations at a time: a flood of passwords queues here instead of eating the cores. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

type Cost = { memory: number; passes: number; parallelism: number }

function tagOf(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  return inTurn(() => derive('argon2id', { message: password, nonce, tagLength, ...cost }))
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** The argon2id hash of a password in PHC form, with its costs and its salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce, { memory, passes, parallelism: lanes })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(nonce)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

// A hash of nothing anybody types, made once, so that an unknown person costs what a known one does.
let dummy: Promise<string> | undefined

/** Whether a password belongs to a hash. Without a hash it does the same work and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'))
  const parts = phc.exec(hash ?? (await dummy))
  if (!parts) return false
  const [, m, t, p, salt = '', tag = ''] = parts
  const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const made = await tagOf(password, Buffer.from(salt, 'base64'), cost)
  const right = Buffer.from(tag, 'base64')
  return made.length === right.length && timingSafeEqual(made, right) && hash !== undefined
}
