import { createHmac } from 'node:crypto'
import type { Shot } from './load.ts'
import { askOf, firstOf, sizes } from './seed.ts'

/** The cookie of somebody's session. */
export function cookieOf(key: Buffer, person: number): string {
  const token = `bench-${person}`
  const mark = createHmac('sha256', key).update(`session\n${token}`).digest('base64url')
  return `vestibule-session=${token}.${mark}`
}

/** Lists of fifty requests, each of another person. */
export function listShots(key: Buffer): Shot[] {
  return Array.from({ length: sizes.listers }, (_, n) => ({
    path: '/access/services-and-support',
    cookie: cookieOf(key, firstOf.lister + n),
  }))
}

/** Queues of fifty and more. */
export function queueShots(key: Buffer): Shot[] {
  const administrators = sizes.accounts / sizes.accountsOfAnAdministrator
  return Array.from({ length: administrators }, (_, n) => ({
    path: '/queue',
    cookie: cookieOf(key, firstOf.administrator + n),
  }))
}

/** Requests that nobody has sent yet. */
export function submitShots(key: Buffer, from: number, count: number): Shot[] {
  return Array.from({ length: count }, (_, index) => {
    const { person, account } = askOf(from + index)
    const body = new URLSearchParams({
      account: `account${account}.example`,
      key: crypto.randomUUID(),
      reason: `I look after the licences of the team in Lyon and need to see them, ${index}`,
      scope: 'account',
      role: 'SU',
      named: '',
      ends: '',
    })
    return { path: '/requests/new/reason', cookie: cookieOf(key, person), body: body.toString() }
  })
}

/** A request that waits, and the number of somebody who may decide it. */
export type Waiting = { readonly id: string; readonly administrator: number }

/** Approvals of what was asked. */
export function approveShots(key: Buffer, waiting: readonly Waiting[]): Shot[] {
  const body = new URLSearchParams({
    version: '1',
    scope: 'ACCOUNT',
    role: 'SU',
    end: 'NONE',
    ends: '',
    note: '',
  })
  return waiting.map(({ id, administrator }) => ({
    path: `/requests/${id}/approve`,
    cookie: cookieOf(key, administrator),
    body: body.toString(),
  }))
}
