import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

async function grantOf(who: CastMember, role: string): Promise<string> {
  const [row] = await here.owner<{ id: string }>(
    `select g.id from grants g join people p on p.id = g.person_id
     where p.address like $1 and g.role = $2 and g.revoked_at is null`,
    [`${who}@%`, role],
  )
  return row?.id ?? ''
}
const path = (id: string, account = 'acme.example') => `/accounts/${account}/grants/${id}/take-back`

describe('an administrator', () => {
  it('takes a grant back from the list of users; the person is told what is left', async () => {
    const request = await asks(here, 'raul')
    const ana = await here.as('ana')
    await approves(ana, request, { role: 'SU' })
    const id = await grantOf('raul', 'SU')
    const users = await ana.get('/accounts/acme.example/users')
    const person = `/accounts/acme.example/users/${await here.idOf('raul')}`
    expect(users.text).toContain(person)
    expect((await ana.get(person)).text).toContain(path(id))
    expect((await ana.get(`/requests/${request}`)).text).toContain(path(id))
    expect((await ana.get(path(id))).text).toContain('Take back this access')
    const answer = await ana.post(path(id))
    expect(answer.location).toBe('/accounts/acme.example/users?done=taken-back')
    expect((await standing(here, request)).grants).toEqual([{ role: 'SU', place: null, over: true }])
    const taken = () =>
      here.mails.to('raul@acme.example').find(({ subject }) => subject?.startsWith('Accès retiré'))
    for (let tries = 0; tries < 50 && !taken(); tries++) await here.settle()
    const mail = taken()
    expect(mail?.subject).toBe('Accès retiré\u00a0: ACME')
    expect(mail?.text).toContain('Ana Costa a retiré votre accès à ACME.')
    expect(mail?.text).toContain('Ce que vous y détenez encore\u00a0: Rien')
    expect((await ana.post(path(id))).status).toBe(409)
  })

  it('of one virtual account sees and ends nothing beyond it', async () => {
    const vera = await here.as('vera')
    const luc = await grantOf('luc', 'VV')
    const ben = await grantOf('ben', 'SA')
    const users = await vera.get('/accounts/acme.example/users')
    expect(users.text).toContain('luc@acme.example')
    expect(users.text).not.toContain('ben@acme.example')
    expect((await vera.get(path(ben))).status).toBe(404)
    expect((await vera.post(path(ben))).status).toBe(404)
    expect((await vera.post(path(luc))).status).toBe(303)
  })

  it('finds no grant of another account, however the address is put together', async () => {
    const carla = await here.as('carla')
    const ben = await grantOf('ben', 'SA')
    for (const account of ['acme.example', 'globex.example', 'initech.example', 'nowhere.example']) {
      expect((await carla.get(path(ben, account))).status, account).toBe(404)
      expect((await carla.post(path(ben, account))).status, account).toBe(404)
    }
    for (const page of ['', '/users', '/requests']) {
      expect((await carla.get(`/accounts/acme.example${page}`)).status, page).toBe(404)
      expect((await carla.get(`/accounts/globex.example${page}`)).status, page).toBe(200)
    }
  })

  it('cannot be removed when they are the last one, not even by themselves, and trying is recorded', async () => {
    const ana = await here.as('ana')
    const mine = await grantOf('ana', 'SA')
    expect((await (await here.as('ben')).post(path(await grantOf('ben', 'SA')))).status).toBe(303)
    expect((await ana.get(path(mine))).status).toBe(409)
    const answer = await ana.post(path(mine))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('This is the last administrator who can be reached')
    const [tried] = await here.owner<{ n: number }>(
      `select count(*)::int as n from events where type = 'grant.revocation-refused'`,
    )
    expect(tried?.n).toBe(1)
    await expect(
      here.owner(`update grants set revoked_at = app_now() where id = $1`, [mine]),
    ).rejects.toThrow('An account keeps an administrator')
  })
})
