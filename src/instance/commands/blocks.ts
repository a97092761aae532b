import { type BlockId, blockPerson, liftBlock, standingBlocks } from '../../access-requests/index.ts'
import { blocks } from '../../access-requests/domain/request.ts'
import { isId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { nameOf } from '../../people/index.ts'
import { ruleWords } from '../../rules/index.ts'
import type { Command } from './command.ts'
import { changing, placesIn, readerAt, showing } from './in-account.ts'

const mostShown = 5_000

/** The commands about people from whom an account takes no request for a while. */
export const blockCommands: readonly Command[] = [
  showing({ name: 'block list', about: 'about.block-list' }, async (db, { account }) => {
    const part = { within: null, after: null, limit: mostShown }
    const standing = await standingBlocks(db, account.id, part)
    return done({
      lines: standing.map(({ id, person, until, reason }) =>
        [id, `${nameOf(person)} <${person.address}>`, until?.toISOString() ?? '-', reason].join('  '),
      ),
      json: standing,
    })
  }),

  changing(
    {
      name: 'block add',
      about: 'about.block-add',
      takes: ['ADDRESS'],
      options: {
        for: { value: 'HOW-LONG', required: true, choices: blocks },
        reason: { value: 'TEXT', required: true },
        in: { value: 'NAME', multiple: true },
      },
    },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const places = placesIn(here)
      if (!places.ok) return places
      const [, address = ''] = given.arguments
      const howLong = blocks.find((one) => one === given.text('for')) ?? '30_DAYS'
      const asked = { accountId: account.id, address, howLong, reason: given.text('reason') ?? '' }
      const blocked = await blockPerson(tx, by, { ...asked, places: places.value })
      if (blocked.ok) return done(terminal.say('done.blocked', { value: address }))
      const { code } = blocked.refusal
      const why = ruleWords.for(readerAt(terminal))(`blocks.error.${code === 'not-found' ? 'unknown' : code}`)
      return refuse(terminal.say('refused.nothing-done', { why }))
    },
  ),

  changing(
    { name: 'block lift', about: 'about.block-lift', takes: ['ID'] },
    async (tx, { account, terminal: { say }, given }, by) => {
      const [, value = ''] = given.arguments
      const id = isId(value) ? (value as BlockId) : undefined
      const lifted = id && (await liftBlock(tx, by, { accountId: account.id, id }))
      return lifted?.ok ? done(say('done.lifted')) : refuse(say('refused.no-block', { value }))
    },
  ),
]
