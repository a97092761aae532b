import { expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { world } from '../../../test/world/world.ts'
import { verify } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { erasePerson } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { examine } from './examine.ts'

it('somebody who is erased leaves no word behind, and a log that still verifies', async () => {
  await using w = await world()
  const [yuki] = await w.owner<{ id: PersonId }>(`select id from people where address = 'yuki@acme.example'`)
  const erased = await transact(w.db, (tx) => erasePerson(tx, null, yuki?.id as PersonId))
  expect(erased.ok).toBe(true)
  const chains = await verify(w.db, { account: null, head: null })
  expect(chains.flatMap(({ flaws }) => flaws)).toEqual([])
  expect(chains.reduce((sum, chain) => sum + chain.erased, 0)).toBe(1)
  expect((await examine(w.db)).broken).toEqual([])
  const tables = await w.owner<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const rows = await w.owner(
      `select t::text as row from ${name} t where t::text ilike '%yuki%' or t::text ilike '%tanabe%'`,
    )
    expect(rows, name).toEqual([])
  }
})

it('somebody who is erased leaves no word of a conversation, nor what others wrote about their requests', async () => {
  await using w = await world()
  const [raul, ana, id] = [await w.as('raul'), await w.as('ana'), await asks(w, 'raul')]
  await w.owner(`update accounts set show_administrators = 'RELAY' where identifier = 'acme.example'`)
  const word = 'Zanzibar'
  await ana.post(`/requests/${id}/question`, { version: '1', question: `Is it for ${word}, then?` })
  await raul.post(`/requests/${id}/answer`, { question: '1', answer: `It is for ${word}.` })
  await ana.post(`/requests/${id}/comment`, { comment: `I ask in ${word}.` })
  await raul.post(`/requests/${id}/comment`, { comment: `Thank ${word}.` })
  const sent = await raul.post('/contact/acme.example', { message: `Whom do I ask in ${word}?` })
  const message = /messages\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1]
  await ana.post(`/messages/${message}`, { answer: `Nobody in ${word}, sorry.` })
  await raul.post(`/requests/${id}/withdraw`)
  await w.settle()
  const person = await w.idOf('raul')
  expect((await transact(w.db, (tx) => erasePerson(tx, null, person))).ok).toBe(true)
  await w.settle()
  const tables = await w.owner<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const rows = await w.owner(`select t::text as row from ${name} t where t::text ilike '%${word}%'`)
    expect(rows, name).toEqual([])
  }
  const chains = await verify(w.db, { account: null, head: null })
  expect(chains.flatMap(({ flaws }) => flaws)).toEqual([])
})
