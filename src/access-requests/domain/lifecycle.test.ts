import { describe, expect, it } from 'vitest'
import { now } from '../../accounts/domain/cast.ts'
import { ana, request } from './cast.ts'
import { type Birth, born, type Step, step, steps } from './lifecycle.ts'
import { type Stage, type Status, stages, statuses } from './request.ts'

// Written out apart from the code: letter by letter what the domain says. P pending, I information requested;
// A with administrators, O overdue, S with support.
const possible: Readonly<Record<Step, { from: string; to?: Status; stage?: Stage; version?: 1 }>> = {
  view: { from: 'PA PO PS IA IO IS' },
  'ask-for-information': { from: 'PA PO PS', to: 'INFO_REQUESTED', version: 1 },
  answer: { from: 'IA IO IS', to: 'PENDING', version: 1 },
  'leave-unanswered': { from: 'IA IO IS', to: 'EXPIRED', version: 1 },
  approve: { from: 'PA PO PS IA IO IS', to: 'APPROVED', version: 1 },
  'approve-first-of-two': { from: 'PA PO PS' },
  decline: { from: 'PA PO PS IA IO IS', to: 'DECLINED', version: 1 },
  withdraw: { from: 'PA PO PS IA IO IS', to: 'WITHDRAWN', version: 1 },
  amend: { from: 'PA PO PS IA IO IS', version: 1 },
  comment: { from: 'PA PO PS IA IO IS' },
  remind: { from: 'PA PO' },
  'remind-by-clock': { from: 'PA PO' },
  'become-overdue': { from: 'PA', stage: 'OVERDUE' },
  escalate: { from: 'PA PO', stage: 'WITH_SUPPORT' },
  'escalate-by-clock': { from: 'PA PO', stage: 'WITH_SUPPORT' },
  'hand-back': { from: 'PS IS', stage: 'WITH_ADMINS' },
  'approve-by-rule': { from: 'PA', to: 'APPROVED', version: 1 },
  'decline-by-rule': { from: 'PA', to: 'DECLINED', version: 1 },
  'approve-as-support': { from: 'PS', to: 'APPROVED', version: 1 },
  'decline-as-support': { from: 'PS', to: 'DECLINED', version: 1 },
  expire: { from: 'PA PO', to: 'EXPIRED', version: 1 },
  close: { from: 'PA PO PS IA IO IS', to: 'CLOSED', version: 1 },
  'ask-again': { from: 'settled' },
}

const letters: Readonly<Record<string, string>> = {
  PENDING: 'P',
  INFO_REQUESTED: 'I',
  WITH_ADMINS: 'A',
  OVERDUE: 'O',
  WITH_SUPPORT: 'S',
}

function where(status: Status, stage: Stage): string {
  return letters[status] ? `${letters[status]}${letters[stage]}` : 'settled'
}

const everyPair = steps.flatMap((event) =>
  statuses.flatMap((status) => stages.map((stage) => [status, stage, event] as const)),
)

describe('a request that is', () => {
  it.each(everyPair)('%s, %s: %s', (status, stage, event) => {
    const before = request({ status, stage, version: 7 })
    const { from, to, stage: next, version = 0 } = possible[event]
    const outcome = step(before, event)
    if (from.split(' ').includes(where(status, stage))) {
      const value = { ...before, status: to ?? status, stage: next ?? stage, version: 7 + version }
      expect(outcome).toEqual({ ok: true, value })
    } else {
      const code = where(status, stage) === 'settled' ? 'already-settled' : 'not-possible-now'
      expect(outcome).toMatchObject({ ok: false, refusal: { code, status } })
    }
  })

  it('settled says by whom and when, and never moves again', () => {
    const settled = request({ status: 'APPROVED', decidedAt: now, decidedBy: ana.personId })
    const refusal = { code: 'already-settled', status: 'APPROVED', decidedAt: now, decidedBy: ana.personId }
    expect(step(settled, 'decline')).toEqual({ ok: false, refusal })
    for (const event of steps) {
      const outcome = step(settled, event)
      expect(outcome.ok ? outcome.value : settled).toEqual(settled)
    }
  })
})

describe('a request begins', () => {
  it.each<[Birth, Status, Stage]>([
    ['submit', 'PENDING', 'WITH_ADMINS'],
    ['submit-to-support', 'PENDING', 'WITH_SUPPORT'],
  ])('by %s as %s, %s, in its first version', (birth, status, stage) => {
    expect(born(birth)).toEqual({ status, stage, version: 1 })
  })
})
