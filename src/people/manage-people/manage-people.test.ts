import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, linkFor, open } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { issueFirstOperatorLink } from '../become-operator/become-operator.ts'
import { issueSignInLink } from '../sign-in-link/sign-in-link.ts'
import { addPerson } from './add-person.ts'
import { disablePerson, enablePerson } from './disable-person.ts'
import { erasePerson } from './erase-person.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const somebody = (address: string) => ({ address, firstName: 'Ida', lastName: 'Berg', locale: 'en' as const })
const add = (address: string) => transact(w.db, (tx) => addPerson(tx, null, somebody(address)))

describe('adding somebody', () => {
  it('sends a link to choose a password, which proves the address', async () => {
    expect((await add('Ida@ACME.example')).ok).toBe(true)
    const ida = w.stranger()
    const page = await open(ida, await linkFor(w, 'ida@acme.example'))
    expect(w.mails.to('ida@acme.example').at(-1)?.subject).toBe('Your account is ready')
    expect(page.path).toBe('/reset-password')
    expect((await ida.post('/reset-password', { password: goodPassword })).status).toBe(303)
    await w.settle()
    expect(w.mails.to('ida@acme.example')).toHaveLength(1)
    const [row] = await w.owner(
      `select 1 from people where address = 'ida@acme.example' and verified_at is not null`,
    )
    expect(row).toBeDefined()
  })

  it('refuses an address that is wrong or has an owner', async () => {
    expect(await add('ana@acme.example')).toEqual({ ok: false, refusal: 'address-taken' })
    expect(await add('ana')).toEqual({ ok: false, refusal: 'address-wrong' })
  })
})

describe('a sign-in link', () => {
  it('signs its person in once, and is not enough for what asks for a recent password', async () => {
    const link = await transact(w.db, (tx) => issueSignInLink(tx, null, 'raul@acme.example'))
    const raul = w.stranger()
    const page = await open(raul, `/link?t=${link.ok ? link.value : ''}`)
    expect(page.text).toContain('raul@acme.example')
    expect((await raul.post('/sign-in-link')).location).toBe('/')
    expect((await raul.get('/profile')).status).toBe(200)
    expect((await raul.get('/profile/tokens/new')).location).toContain('/confirm-password')
    expect((await w.stranger().get(`/link?t=${link.ok ? link.value : ''}`)).status).toBe(410)
    const nobody = await transact(w.db, (tx) => issueSignInLink(tx, null, 'nobody@acme.example'))
    expect(nobody).toEqual({ ok: false, refusal: 'nobody' })
  })
})

describe('the first operator', () => {
  const form = {
    firstName: 'Odd',
    lastName: 'Hansen',
    address: 'odd@operator.example',
    password: goodPassword,
  }

  it('is made with the printed link, once, and not while there is one', async () => {
    expect(await transact(w.db, (tx) => issueFirstOperatorLink(tx))).toEqual({
      ok: false,
      refusal: 'operator-exists',
    })
    await w.owner('update people set is_operator = false')
    const link = await transact(w.db, (tx) => issueFirstOperatorLink(tx))
    const odd = w.stranger()
    await open(odd, `/link?t=${link.ok ? link.value : ''}`)
    expect((await odd.post('/first-operator', { ...form, address: 'ana@acme.example' })).status).toBe(422)
    expect((await odd.post('/first-operator', form)).location).toBe('/')
    expect((await w.stranger().get(`/link?t=${link.ok ? link.value : ''}`)).status).toBe(410)
    expect(
      await w.owner(`select 1 from people where is_operator and address = 'odd@operator.example'`),
    ).toHaveLength(1)
  })
})

describe('disabling somebody', () => {
  it('ends sessions, tokens and links at once, and can be undone', async () => {
    const vera = await w.as('vera')
    const id = await w.idOf('vera')
    await vera.post('/profile/tokens/new', { name: 'x', scopes: ['requests:read'], days: '7' })
    await transact(w.db, (tx) => disablePerson(tx, null, id))
    expect((await vera.get('/profile')).status).toBe(303)
    expect(await w.owner('select 1 from auth.session where "userId" = $1', [id])).toEqual([])
    expect(
      await w.owner('select 1 from personal_tokens where person_id = $1 and revoked_at is null', [id]),
    ).toEqual([])
    expect((await transact(w.db, (tx) => disablePerson(tx, null, id))).ok).toBe(false)
    await transact(w.db, (tx) => enablePerson(tx, null, id))
    expect((await (await w.as('vera')).get('/profile')).status).toBe(200)
  })
})

describe('erasing somebody', () => {
  const erase = (id: PersonId) => transact(w.db, (tx) => erasePerson(tx, null, id))

  it('is refused while an account would lose its last administrator', async () => {
    expect(await erase(await w.idOf('dmitri'))).toEqual({
      ok: false,
      refusal: { code: 'last-administrator', accounts: [{ identifier: 'initech.example', name: 'Initech' }] },
    })
  })

  it('leaves no personal word anywhere, and the chain whole', async () => {
    const id = await w.idOf('zoe')
    const zoe = await w.as('zoe')
    await zoe.post('/profile/company', {
      company: 'Zedland',
      country: 'FR',
      siteAddress: 'Zedstreet',
      companyPhone: '',
    })
    await w.settle()
    await w.owner(
      `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), status_changes = status_changes + 1, version = version + 1
      where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
      [id],
    )
    expect((await erase(id)).ok).toBe(true)
    expect((await zoe.get('/profile')).status).toBe(303)
    for (const table of [
      'people',
      'auth.user',
      'auth.account',
      'auth.session',
      'access_requests',
      'mails',
      'mailbox',
      'event_details',
      'drafts',
      'links',
      'events',
    ]) {
      const rows = JSON.stringify(await w.owner(`select * from ${table}`)).toLowerCase()
      expect([table, rows.includes('zoe@elsewhere'), rows.includes('zedland')]).toEqual([table, false, false])
    }
    const [chain] = await w.owner<{ whole: boolean }>(
      `select bool_and(hash = event_hash(previous_hash, seq, occurred_at, account_id, body)) as whole from events`,
    )
    expect(chain?.whole).toBe(true)
  })
})
