import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import {
  type Actor,
  type Application,
  type ApplicationId,
  type ApplicationStatus,
  applicationStatuses,
  applicationSteps,
  approve,
  byNominee,
  byOperator,
  checksFor,
  isApplicationOpen,
  nominate,
  openChecks,
  remind,
  stepApplication,
} from './application.ts'
import { mayApply } from './applying.ts'
import { clocksOf, daysToLive, lapsesAt, nextClock } from './times.ts'

const now = new Date('2026-03-02T10:00:00Z')
const actor = (address: string): Actor => ({
  personId: newId<'person'>() as PersonId,
  address,
  verified: true,
})
const rita = actor('rita@new.example')
const nora = actor('nora@new.example')
const olga = actor('olga@operator.example')

const application = (changes: Partial<Application> = {}): Application => ({
  id: newId<'application'>() as ApplicationId,
  requesterId: rita.personId,
  whose: 'OTHER',
  nomineeAddress: nora.address,
  nomineeRound: 1,
  nomineeAskedAt: now,
  identifier: 'new.example' as Identifier,
  type: 'CUSTOMER',
  status: 'AWAITING_NOMINEE',
  action: null,
  checks: [],
  clearedAt: null,
  proof: null,
  reminders: 0,
  remindedAt: null,
  version: 1,
  submittedAt: now,
  ...changes,
})
const checking = (changes: Partial<Application> = {}) =>
  application({ status: 'CHECKING', nomineeAskedAt: null, checks: ['UNPROVEN'], ...changes })
const code = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal.code

describe('the life of an application', () => {
  it('knows every pair of where it stands and what happens', () => {
    const table = Object.fromEntries(
      applicationStatuses.map((status) => [
        status,
        Object.fromEntries(
          applicationSteps.flatMap((step) => {
            const next = stepApplication(status, step)
            return next.ok ? [[step, next.value]] : []
          }),
        ),
      ]),
    )
    expect(table).toMatchInlineSnapshot(`
      {
        "ACTION_NEEDED": {
          "decline": "DECLINED",
          "expire": "EXPIRED",
          "nominate": "AWAITING_NOMINEE",
          "nominate-anew": "CHECKING",
          "resubmit": "CHECKING",
          "withdraw": "WITHDRAWN",
        },
        "ACTIVE": {},
        "AWAITING_NOMINEE": {
          "accept": "ACTIVE",
          "decline": "DECLINED",
          "expire": "EXPIRED",
          "hold": "CHECKING",
          "nominate": "AWAITING_NOMINEE",
          "nominate-anew": "CHECKING",
          "refuse": "ACTION_NEEDED",
          "withdraw": "WITHDRAWN",
        },
        "CHECKING": {
          "approve": "AWAITING_NOMINEE",
          "ask": "ACTION_NEEDED",
          "clear": "AWAITING_NOMINEE",
          "decline": "DECLINED",
          "expire": "EXPIRED",
          "nominate": "CHECKING",
          "nominate-anew": "CHECKING",
          "withdraw": "WITHDRAWN",
        },
        "DECLINED": {},
        "EXPIRED": {},
        "WITHDRAWN": {},
      }
    `)
  })

  it('says of one that is over how it ended, whatever is tried', () => {
    for (const status of applicationStatuses.filter((one) => !isApplicationOpen(one)))
      for (const step of applicationSteps)
        expect(stepApplication(status, step)).toEqual({ ok: false, refusal: { code: 'over', status } })
  })

  it('ends for good, and never exists without the nominee’s yes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...applicationSteps), { maxLength: 30 }), (steps) => {
        let status: ApplicationStatus = 'CHECKING'
        const taken: string[] = []
        for (const step of steps) {
          const next = stepApplication(status, step)
          if (!isApplicationOpen(status)) expect(next.ok).toBe(false)
          if (next.ok) {
            status = next.value
            taken.push(step)
          }
        }
        expect(status === 'ACTIVE').toBe(taken.at(-1) === 'accept')
        if (status === 'ACTIVE')
          expect(taken.some((step) => ['clear', 'approve', 'nominate', 'resubmit'].includes(step))).toBe(true)
      }),
    )
  })
})

describe('what a person looks at', () => {
  const none = {
    isTaken: false,
    isAlsoAsked: false,
    looksAlike: false,
    sharesDomain: false,
    proofIsRequired: false,
  }
  it('is a holding, a look-alike, the same domain, a taken name, and what is not proven', () => {
    expect(checksFor('CUSTOMER', none)).toEqual([])
    expect(checksFor('HOLDING', none)).toEqual(['HOLDING'])
    expect(
      checksFor('LIMITED', {
        isTaken: true,
        isAlsoAsked: true,
        looksAlike: true,
        sharesDomain: true,
        proofIsRequired: true,
      }),
    ).toEqual(['UNPROVEN', 'LOOK_ALIKE', 'SAME_DOMAIN', 'TAKEN', 'ALSO_ASKED'])
  })

  it('is no missing proof once there is one, and nothing once an operator approved', () => {
    expect(openChecks(checking())).toEqual(['UNPROVEN'])
    expect(openChecks(checking({ proof: 'DNS' }))).toEqual([])
    expect(openChecks(checking({ checks: ['UNPROVEN', 'LOOK_ALIKE'], proof: 'DNS' }))).toEqual(['LOOK_ALIKE'])
    expect(openChecks(checking({ clearedAt: now }))).toEqual([])
  })
})

describe('an operator', () => {
  const facts = { version: 1, isTaken: false }
  it('approves what they saw, and never an identifier that is taken', () => {
    expect(approve(checking(), olga, facts)).toEqual({ ok: true, value: 'AWAITING_NOMINEE' })
    expect(code(approve(checking({ version: 2 }), olga, facts))).toBe('stale-version')
    expect(code(approve(checking(), olga, { ...facts, isTaken: true }))).toBe('identifier-taken')
    expect(code(approve(application(), olga, facts))).toBe('not-now')
  })

  it('says nothing about an application of their own, nor one in which they are nominated', () => {
    for (const step of ['approve', 'ask', 'decline'] as const) {
      expect(code(byOperator(checking(), rita, step))).toBe('own-application')
      expect(code(byOperator(checking(), nora, step))).toBe('own-application')
      expect(code(byOperator(checking(), olga, step))).toBe('done')
    }
  })
})

describe('the nominee', () => {
  it('is whoever has that address, verified, and nobody else', () => {
    expect(byNominee(application(), nora, 'accept')).toEqual({ ok: true, value: 'ACTIVE' })
    expect(code(byNominee(application(), { ...nora, verified: false }, 'accept'))).toBe('not-nominee')
    for (const other of [rita, olga])
      expect(code(byNominee(application(), other, 'accept'))).toBe('not-nominee')
    expect(code(byNominee(checking(), nora, 'accept'))).toBe('not-now')
  })

  it('is the requester themselves for their own organisation, whatever their address became', () => {
    const own = application({ whose: 'OWN', nomineeAddress: rita.address })
    expect(code(byNominee(own, { ...rita, address: 'rita@moved.example' }, 'accept'))).toBe('done')
    expect(code(byNominee(own, nora, 'accept'))).toBe('not-nominee')
  })

  it('can be another at any time, and what was approved for the one before is looked at again', () => {
    expect(nominate(application(), 'other@new.example')).toEqual({ ok: true, value: 'AWAITING_NOMINEE' })
    expect(nominate(checking(), 'other@new.example')).toEqual({ ok: true, value: 'CHECKING' })
    expect(nominate(application({ clearedAt: now, checks: ['HOLDING'] }), 'other@new.example')).toEqual({
      ok: true,
      value: 'CHECKING',
    })
    expect(code(nominate(application(), nora.address))).toBe('same-nominee')
    const refusedBy = application({ status: 'ACTION_NEEDED', action: 'NOMINEE' })
    expect(nominate(refusedBy, 'other@new.example')).toEqual({ ok: true, value: 'AWAITING_NOMINEE' })
    expect(code(nominate({ ...refusedBy, action: 'OPERATOR' }, 'other@new.example'))).toBe('not-now')
    expect(code(nominate(application({ status: 'ACTIVE' }), 'other@new.example'))).toBe('over')
  })

  it('is reminded by hand after 48 hours, three times', () => {
    expect(code(remind(application(), hoursAfter(now, 47)))).toBe('too-early-to-remind')
    expect(remind(application(), hoursAfter(now, 48))).toEqual({ ok: true, value: 1 })
    const once = application({ reminders: 1, remindedAt: hoursAfter(now, 60) })
    expect(code(remind(once, hoursAfter(now, 107)))).toBe('too-early-to-remind')
    expect(code(remind(application({ reminders: 3 }), daysAfter(now, 20)))).toBe('no-reminders-left')
    expect(code(remind(checking(), daysAfter(now, 20)))).toBe('not-now')
    expect(code(remind(application({ status: 'DECLINED' }), now))).toBe('over')
  })
})

describe('what happens by itself', () => {
  const days = (one: Application) =>
    clocksOf(one).map(({ kind, n, dueAt }) => [
      kind.split('.')[1],
      n,
      (dueAt.getTime() - now.getTime()) / 86_400_000,
    ])

  it('reminds on day 7, 30 and 60, warns on day 60 and 80, and lapses on day 90', () => {
    expect(days(application())).toEqual([
      ['remind', 11, 7],
      ['remind', 12, 30],
      ['remind', 13, 60],
      ['warn', 1, 60],
      ['warn', 2, 80],
      ['lapse', 1, 90],
    ])
    expect(nextClock(application(), daysAfter(now, 31))?.n).toBe(13)
  })

  it('reminds each nominee anew, never after the end, and nobody while it is looked at', () => {
    const second = application({ nomineeRound: 2, nomineeAskedAt: daysAfter(now, 50) })
    expect(days(second).slice(0, 3)).toEqual([
      ['remind', 21, 57],
      ['remind', 22, 80],
      ['warn', 1, 60],
    ])
    expect(days(checking()).map(([kind]) => kind)).toEqual(['warn', 'warn', 'lapse'])
    expect(clocksOf(application({ status: 'ACTIVE' }))).toEqual([])
  })

  it('always has a next dated step while it is open', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...applicationStatuses),
        fc.integer({ min: 0, max: daysToLive - 1 }),
        fc.integer({ min: 0, max: daysToLive - 1 }),
        (status, asked, passed) => {
          const one = application({ status, nomineeAskedAt: daysAfter(now, asked) })
          const next = nextClock(one, daysAfter(now, passed))
          expect(next !== undefined).toBe(isApplicationOpen(status))
          if (next) expect(next.dueAt <= lapsesAt(one)).toBe(true)
        },
      ),
    )
  })
})

describe('applying', () => {
  const who = { verified: true, profileComplete: true, open: 0, today: 0, same: null }
  it('takes a verified address, a profile, and some patience', () => {
    expect(code(mayApply(who))).toBe('done')
    expect(code(mayApply({ ...who, verified: false }))).toBe('address-unverified')
    expect(code(mayApply({ ...who, profileComplete: false }))).toBe('profile-incomplete')
    expect(code(mayApply({ ...who, open: 3 }))).toBe('too-many-open')
    expect(code(mayApply({ ...who, today: 5 }))).toBe('too-many-today')
    const same = { id: newId<'application'>() as ApplicationId, reference: 'NA-1' }
    expect(code(mayApply({ ...who, same }))).toBe('asked-already')
  })
})
