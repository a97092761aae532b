import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner('update agreements set retired_at = app_now()')
})
afterAll(() => w.end())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const text = (changes: Record<string, string> = {}) => ({
  after: '0',
  titleEn: 'Terms of use',
  textEn: '# Scope\n\nThe account keeps its people up to date.\n\n- no shared passwords',
  titleFr: 'Conditions d’utilisation',
  textFr: 'Le compte tient ses utilisateurs à jour.',
  requiredFrom: inDays(10),
  what: 'publish',
  ...changes,
})
const versionsIn = (html: string) =>
  [...html.matchAll(/name="version" value="([0-9a-f-]{36}:\d+)"/g)].map(([, value = '']) => value)
const at = '/accounts/acme.example/agreements'

let id = ''

describe('an operator', () => {
  it('looks at a text before it is published, in both languages, and is told what is wrong with it', async () => {
    const olga = await w.as('olga')
    const preview = await olga.post('/operator/agreements/new', text({ what: 'preview' }))
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('<h3>Scope</h3>')
    expect(preview.text).toContain('Le compte tient ses utilisateurs à jour.')
    const wrong = await olga.post('/operator/agreements/new', text({ titleFr: '', requiredFrom: inDays(-3) }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Write 1 to 120 characters')
    expect(
      (
        await w.owner(
          'select 1 from agreement_versions v join agreements a on a.id = v.agreement_id where a.retired_at is null',
        )
      ).length,
    ).toBe(0)
    const sent = await olga.post('/operator/agreements/new', text())
    id = /^\/operator\/agreements\/([0-9a-f-]{36})\?done=published$/.exec(sent.location ?? '')?.[1] ?? ''
    expect(id).not.toBe('')
    expect((await (await w.as('ana')).get('/operator/agreements')).status).toBe(404)
  })

  it('cannot publish over a version that somebody else published meanwhile', async () => {
    const olga = await w.as('olga')
    const stale = await olga.post(`/operator/agreements/${id}/new`, text({ titleEn: 'Mine' }))
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('value="Mine"')
  })

  it('changes no text that is published, whatever the code above says', async () => {
    await expect(
      w.db
        .updateTable('agreement_versions')
        .set({ title_en: 'Other' } as never)
        .execute(),
    ).rejects.toThrow('permission denied')
  })
})

describe('an account', () => {
  it('is told once, is asked until somebody accepts, and keeps who did', async () => {
    await w.settle()
    const mail = w.mails.to('ana@acme.example').filter(({ subject }) => subject?.includes('agreement'))
    expect(mail.map(({ subject }) => subject)).toEqual(['ACME: an agreement to accept'])
    expect(mail.at(-1)?.text).toMatch(/Holds from: \d+ \w+ \d{4}/)
    const ben = await w.as('ben')
    const told = async () =>
      (await (await w.as('ana')).get('/notifications')).text.includes('an agreement to accept')
    expect(await told()).toBe(true)
    expect((await ben.get('/')).text).toContain('Read and accept the agreement for ACME')
    const page = await ben.get(at)
    expect(page.text).toContain('A new version holds from')
    expect((await ben.post(at, { version: versionsIn(page.text) })).status).toBe(422)
    expect((await (await w.as('vera')).get(at)).status).toBe(404)
    expect((await (await w.as('vera')).post(at, { agree: 'yes' })).status).toBe(404)
    await w.owner(
      `update agreement_versions set required_from = app_now() - interval '1 day' where agreement_id = $1`,
      [id],
    )
    expect((await ben.get(at)).text).toContain('This is required by now')
    const accepted = await ben.post(at, { version: versionsIn(page.text), agree: 'yes' })
    expect(accepted.location).toBe(`${at}?done=accepted`)
    expect(await told()).toBe(false)
    expect((await ben.get('/')).text).not.toContain('Read and accept')
    const after = await (await w.as('ana')).get(at)
    expect(after.text).toContain('Ben Okafor')
    expect(after.text).not.toContain('name="agree"')
    expect((await (await w.as('ana')).get('/accounts/acme.example/events')).text).toContain(
      'accepted version 1 of an agreement',
    )
    expect((await (await w.as('luc')).get(`/agreements/${id}/1`)).text).toContain('no shared passwords')
  })

  it('accepts what was shown, and no version that came later', async () => {
    const ana = await w.as('ana')
    const olga = await w.as('olga')
    const before = { version: [`${id}:1`], agree: 'yes' }
    const next = text({ after: '1', textEn: 'The second version of it all.' })
    expect((await olga.post(`/operator/agreements/${id}/new`, next)).status).toBe(303)
    const stale = await ana.post(at, before)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('The second version of it all.')
    const two = await Promise.all(
      [1, 2].map(() => ana.post(at, { version: versionsIn(stale.text), agree: 'yes' })),
    )
    expect(two.map(({ status }) => status)).toEqual([303, 303])
    const rows = await w.owner(
      `select version from agreement_acceptances where agreement_id = $1 order by 1`,
      [id],
    )
    expect(rows).toEqual([{ version: 1 }, { version: 2 }])
    expect((await olga.post(`/operator/agreements/${id}/retire`)).location).toContain('done=retired')
    expect((await ana.get(at)).text).toContain('No longer asked for')
  })
})
