import { type Verified, verifiedFrom } from './verify.ts'
import { mostFlaws, step, type Walk, walkFrom } from './walk.ts'

/** What a file of exported events holds, and what is wrong with it. */
export type VerifiedFile = Verified & {
  /** How the account was called. */
  readonly name: string
  /** False: somebody chose some of the events, so that only each by itself can be verified. */
  readonly whole: boolean
}

type About = {
  readonly account: string
  readonly accountId: string
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly whole: boolean
}

type Exported = {
  readonly seq: number
  readonly micros: string
  readonly body: string
  readonly previousHash: string
  readonly hash: string
}

/** Something that is not what an export of a log looks like; `line` counts from 1. */
export class NoExport extends Error {
  readonly line: number
  constructor(line: number) {
    super(`Line ${line} is not of an exported event log`)
    this.line = line
  }
}

/** Verifies the lines of an exported event log, without a database. Throws `NoExport`. `kept` is a hash kept elsewhere. */
export async function verifyLines(lines: AsyncIterable<string>, kept: string | null): Promise<VerifiedFile> {
  let about: About | undefined
  let walk: Walk | undefined
  let n = 0
  for await (const line of lines) {
    n++
    if (line.trim() === '') continue
    if (!about) {
      about = readAbout(line, n)
      walk = walkFrom(about.accountId, kept)
      continue
    }
    if (!walk || walk.flaws.length > mostFlaws) break
    walk = next(walk, readEvent(line, n), about.whole)
  }
  if (!about || !walk) throw new NoExport(1)
  const end = about.whole ? (about.head ?? walk.last) : walk.last
  // The sealed words are not in the file.
  return { ...verifiedFrom(walk, end), erased: 0, name: about.account, whole: about.whole }
}

function next(walk: Walk, event: Exported, whole: boolean): Walk {
  const { previousHash: previous, ...rest } = event
  const link = { ...rest, previous, salt: null, content: null }
  // What was left out by choice is not missing: each event is measured against the hash that it names itself.
  const last = { seq: event.seq - 1, hash: previous }
  return step(whole ? walk : { ...walk, last }, link)
}

function parsed(line: string, n: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new NoExport(n)
}

function readAbout(line: string, n: number): About {
  const { vestibule, account, accountId, head, whole } = parsed(line, n)
  if (vestibule !== 'event-log' || typeof accountId !== 'string') throw new NoExport(n)
  return {
    account: String(account),
    accountId,
    head: head as About['head'],
    whole: whole === true,
  }
}

function readEvent(line: string, n: number): Exported {
  const { seq, micros, body, previousHash, hash } = parsed(line, n)
  const texts = [micros, body, previousHash, hash]
  if (!Number.isSafeInteger(seq) || !texts.every((text) => typeof text === 'string')) throw new NoExport(n)
  return { seq, micros, body, previousHash, hash } as Exported
}
