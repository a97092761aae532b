import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let id: string
let ana: Visitor
let raul: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  raul = await here.as('raul')
})
afterAll(() => here.end())
beforeEach(async () => {
  if (id) await raul.post(`/requests/${id}/withdraw`)
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
  id = await asks(here, 'raul')
  await here.settle()
})

const text = 'Which of the Lyon licences do you need to see?'
const reply = 'Those of the workshop, until the end of March.'
const versionOf = async () => String((await standing(here, id)).version)
const question = async (who: Visitor, fields: Record<string, string> = {}) =>
  who.post(`/requests/${id}/question`, { version: await versionOf(), question: text, ...fields })
const answer = (who: Visitor, n: number, said = reply) =>
  who.post(`/requests/${id}/answer`, { question: String(n), answer: said })
const lastTo = (who: CastMember) => here.mails.to(`${who}@acme.example`).at(-1)

describe('an approver', () => {
  it('asks before deciding; the requester reads it in a mail, at home and in the list, answers, and the asker is told', async () => {
    expect((await ana.get(`/requests/${id}/question`)).status).toBe(200)
    expect((await question(ana)).location).toBe(`/requests/${id}?notice=asked`)
    expect(await standing(here, id)).toMatchObject({ status: 'INFO_REQUESTED', version: 2 })
    await here.settle()
    expect(lastTo('raul')?.subject).toMatch(/^Une question sur votre demande d’accès à ACME/)
    expect(lastTo('raul')?.text).toContain(`> ${text}`)
    const page = (await raul.get(`/requests/${id}`)).text
    for (const said of [text, 'Une question pour vous', 'Ana Costa', `action="/requests/${id}/answer"`])
      expect([said, page.includes(said)]).toEqual([said, true])
    expect((await raul.get('/access/services-and-support')).text.includes('Répondre')).toBe(true)
    expect((await raul.get('/')).text.includes(`/requests/${id}#question`)).toBe(true)
    const queue = (await (await here.as('ben')).get('/queue')).text
    expect(queue.includes('Waiting for an answer')).toBe(true)
    const others = (await (await here.as('sam')).get(`/requests/${id}`)).text
    expect(others.includes('An answer from Raul Ortega is awaited')).toBe(true)
    expect(others.includes('Question for you')).toBe(false)
    expect((await answer(raul, 1)).location).toBe(`/requests/${id}?notice=answered`)
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING', version: 3 })
    await here.settle()
    expect(lastTo('ana')?.subject).toMatch(/^Answered: access request for ACME/)
    expect(lastTo('ana')?.text).toContain(`> ${reply}`)
    expect(lastTo('ben')?.subject).not.toMatch(/^Answered/)
    const seen = (await ana.get(`/requests/${id}`)).text
    for (const said of [text, reply, 'Raul Ortega answered'])
      expect([said, seen.includes(said)]).toEqual([said, true])
  })

  it('stops the clocks by asking, and the answer lets them go on', async () => {
    const times = async () =>
      (
        await here.owner<{ due: Date; step: string }>(
          'select due_at as due, next_step as step from access_requests where id = $1',
          [id],
        )
      )[0]
    const before = await times()
    await question(ana)
    expect((await times())?.step).toBe('EXPIRES_UNANSWERED')
    await here.setClock('7 days')
    const again = await here.as('raul')
    expect((await answer(again, 1)).status).toBe(303)
    const after = await times()
    expect(after?.step).toBe('ANSWER_EXPECTED')
    expect(after?.due.getTime()).toBeGreaterThan(before?.due.getTime() ?? Number.POSITIVE_INFINITY)
    await here.setClock('0 days')
  })

  it('asks three times at most, one question after the other', async () => {
    for (let n = 1; n <= 3; n++) {
      expect((await question(ana)).status).toBe(303)
      const second = await question(await here.as('ben'))
      expect(second.status).toBe(409)
      expect((await answer(raul, n)).status).toBe(303)
    }
    const fourth = await question(ana)
    expect([fourth.status, fourth.text.includes('3 questions were asked')]).toEqual([409, true])
    expect(fourth.text.includes(text)).toBe(true)
    expect((await ana.get(`/requests/${id}`)).text.includes(`/requests/${id}/question`)).toBe(false)
  })

  it('asks once by pressing twice, and is answered once', async () => {
    const version = await versionOf()
    const asked = await Promise.all([1, 2].map(() => question(ana, { version })))
    expect(asked.map(({ location }) => location)).toEqual(Array(2).fill(`/requests/${id}?notice=asked`))
    const answers = await Promise.all([1, 2].map(() => answer(raul, 1)))
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`/requests/${id}?notice=answered`))
    const { events } = await standing(here, id)
    expect(events.filter((type) => type === 'access-request.information-asked')).toHaveLength(1)
    expect(events.filter((type) => type === 'access-request.answered')).toHaveLength(1)
  })

  it('decides all the same while an answer is awaited', async () => {
    await question(ana)
    expect((await approves(await here.as('ben'), id, { version: '2', role: 'SV' })).status).toBe(303)
    const late = await answer(raul, 1)
    expect(late.status).toBe(409)
    expect(late.text.includes(reply)).toBe(true)
    await here.owner(`update grants set revoked_at = app_now() where request_id = $1`, [id])
  })

  it('is told what is wrong with a question, and keeps its words', async () => {
    const short = await question(ana, { question: 'Why' })
    expect(short.status).toBe(422)
    expect(short.text.includes('Write at least 10 characters; there are 3 so far')).toBe(true)
    expect(short.text.includes('>\nWhy</textarea>')).toBe(true)
    const old = await question(ana, { version: '7' })
    expect([old.status, old.text.includes(text)]).toEqual([409, true])
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING', version: 1 })
  })

  it('is whoever may decide, and nobody else', async () => {
    for (const who of ['raul', 'sam', 'olga'] as const) {
      const answer = await question(await here.as(who))
      expect([who, answer.status]).toEqual([who, 403])
    }
    for (const who of ['zoe', 'luc', 'vera'] as const)
      expect((await question(await here.as(who))).status).toBe(404)
  })
})

describe('a requester', () => {
  it('is told what is wrong with an answer, and keeps its words', async () => {
    await question(ana)
    const short = await answer(raul, 1, 'Oui')
    expect(short.status).toBe(422)
    expect(short.text.includes('>\nOui</textarea>')).toBe(true)
    expect(short.text.includes('id="answer-error"')).toBe(true)
    expect(await standing(here, id)).toMatchObject({ status: 'INFO_REQUESTED' })
  })

  it('answers the question they read, not another one', async () => {
    await question(ana)
    await answer(raul, 1)
    await question(ana, { question: 'And until which day do you need that?' })
    const stale = await answer(raul, 1, 'Until the end of the winter, I think.')
    expect(stale.status).toBe(409)
    expect(stale.text.includes('Une autre question a été posée')).toBe(true)
    expect((await answer(raul, 2)).status).toBe(303)
  })

  it('alone answers', async () => {
    await question(ana)
    for (const who of ['ana', 'ben', 'sam', 'zoe'] as const)
      expect((await answer(await here.as(who), 1)).status).toBe(404)
  })

  it('finds the answer again after signing in anew', async () => {
    await question(ana)
    const lost = await here.as('raul')
    await here.owner(`update auth.session set "endedAt" = app_now() where "userId" = $1`, [
      await here.idOf('raul'),
    ])
    expect((await answer(lost, 1)).location).toMatch(/^\/sign-in/)
    raul = await here.as('raul')
    expect((await raul.get(`/requests/${id}/answer`)).text.includes(reply)).toBe(true)
  })

  it('is not told who asked when the account shows no names', async () => {
    await here.owner(`update accounts set show_administrators = 'NONE' where identifier = 'acme.example'`)
    const own = await asks(here, 'luc', { role: 'SU', scope: 'account' })
    await ana.post(`/requests/${own}/question`, { version: '1', question: text })
    await here.settle()
    const page = (await (await here.as('luc')).get(`/requests/${own}`)).text
    for (const said of [page, lastTo('luc')?.text ?? '']) {
      expect(said.includes(text)).toBe(true)
      expect(/Ana|Costa/.exec(said)).toBeNull()
    }
    await here.owner(`update accounts set show_administrators = 'NAMES' where identifier = 'acme.example'`)
  })

  it('and the approvers meet once when answers, questions, approvals and withdrawals come at once', async () => {
    for (let round = 0; round < 30; round++) {
      await question(ana)
      const version = await versionOf()
      const n = Number(version) / 2
      const ben = await here.as('ben')
      const answers = await Promise.all([
        answer(raul, n),
        answer(raul, n),
        raul.post(`/requests/${id}/withdraw`),
        ben.post(`/requests/${id}/decline`, {
          version,
          code: 'NOT_NEEDED',
          text: 'The roll-out is run by the Paris team.',
          private: '',
          block: '',
        }),
      ])
      const settled = await standing(here, id)
      const done = answers.filter(({ status }) => status === 303).length
      expect(done).toBeGreaterThanOrEqual(1)
      expect(settled.events.filter((type) => type === 'access-request.answered').length).toBeLessThanOrEqual(
        1,
      )
      expect(['WITHDRAWN', 'DECLINED']).toContain(settled.status)
      await here.owner(`update decisions set decided_at = decided_at - interval '9 days'`)
      await here.owner(`update access_requests set submitted_at = submitted_at - interval '9 days'`)
      id = await asks(here, 'raul')
    }
  })
})
