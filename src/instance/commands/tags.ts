import { placeName } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { distinct } from '../../members/domain/sheet.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import {
  makeTag,
  placesOfTag,
  removeTag,
  renameTag,
  sayTagRefusal,
  type StoredTag,
  tagPeople,
  tagPlaces,
  tagsOf,
  untagPerson,
} from '../../tags/index.ts'
import type { Command, Terminal } from './command.ts'
import { type AtTheMachine, changing, type Here, placesIn, readerAt, showing } from './in-account.ts'
import { personAt } from './people.query.ts'

const targets = {
  in: { value: 'NAME', multiple: true },
  person: { value: 'ADDRESS', multiple: true },
} as const

type Refused = Parameters<typeof sayTagRefusal>[1]

function refused(terminal: Terminal, refusal: Refused): Outcome<never, string> {
  return refuse(
    terminal.say('refused.nothing-done', { why: sayTagRefusal(readerAt(terminal), refusal).text }),
  )
}

async function named(
  db: Database | Tx,
  { account, terminal, given }: Here,
): Promise<Outcome<StoredTag, string>> {
  const value = (given.arguments[1] ?? '').trim()
  const tag = (await tagsOf(db, account.id)).find(({ name }) => name.toLowerCase() === value.toLowerCase())
  return tag ? done(tag) : refuse(terminal.say('refused.unknown-tag', { value }))
}

/** Puts the tag on, or takes it off, the virtual accounts and the people that the options name. */
async function move(
  tx: Tx,
  here: Here,
  { by, on }: { readonly by: AtTheMachine; readonly on: boolean },
): Promise<Outcome<string, string>> {
  const { account, terminal, given } = here
  const tag = await named(tx, here)
  const places = placesIn(here)
  if (!tag.ok) return tag
  if (!places.ok) return places
  const which = { accountId: account.id, id: tag.value.id }
  const before = await placesOfTag(tx, which)
  const chosen = on ? [...before, ...places.value] : before.filter((id) => !places.value.includes(id))
  const put = await tagPlaces(tx, by, { ...which, chosen: [...new Set(chosen)] })
  if (!put.ok) return refused(terminal, put.refusal)
  const people = distinct(given.list('person'))
  const done_ = on
    ? await tagAll(tx, here, { which, people, by })
    : await untagAll(tx, here, { which, people, by })
  if (!done_.ok) return done_
  return done(terminal.say(on ? 'done.tag-put' : 'done.tag-off', { name: tag.value.name }))
}

type Many = {
  readonly which: Parameters<typeof placesOfTag>[1]
  readonly people: readonly string[]
  readonly by: AtTheMachine
}

async function tagAll(
  tx: Tx,
  { terminal }: Here,
  { which, people, by }: Many,
): Promise<Outcome<null, string>> {
  if (people.length === 0) return done(null)
  const tagged = await tagPeople(tx, by, { ...which, addresses: people })
  if (!tagged.ok) return refused(terminal, tagged.refusal)
  const [value] = tagged.value.unknown
  return value === undefined ? done(null) : refuse(terminal.say('refused.no-user', { value }))
}

async function untagAll(
  tx: Tx,
  { terminal }: Here,
  { which, people, by }: Many,
): Promise<Outcome<null, string>> {
  for (const value of people) {
    const person = await personAt(tx, value)
    if (!person) return refuse(terminal.say('refused.nobody', { value }))
    const untagged = await untagPerson(tx, by, { ...which, person })
    if (!untagged.ok) return refused(terminal, untagged.refusal)
  }
  return done(null)
}

/** The commands about custom tags of an account. */
export const tagCommands: readonly Command[] = [
  showing({ name: 'tag list', about: 'about.tag-list' }, async (db, { account, tree, terminal }) => {
    const tags = await tagsOf(db, account.id)
    const lines: string[] = []
    const json: unknown[] = []
    for (const { id, name, people } of tags) {
      const places = (await placesOfTag(db, { accountId: account.id, id })).map((one) => placeName(tree, one))
      lines.push(terminal.say('done.tag-line', { name, n: people, places: places.join(', ') || '–' }))
      json.push({ id, name, people, virtualAccounts: places })
    }
    return done({ lines, json })
  }),

  changing({ name: 'tag add', about: 'about.tag-add', takes: ['NAME'] }, async (tx, here, by) => {
    const { account, terminal, given } = here
    const [, name = ''] = given.arguments
    const made = await makeTag(tx, by, { accountId: account.id, name })
    return made.ok ? done(terminal.say('done.tag-made', { name })) : refused(terminal, made.refusal)
  }),

  changing(
    { name: 'tag rename', about: 'about.tag-rename', takes: ['NAME', 'NEW-NAME'] },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const [, , name = ''] = given.arguments
      const tag = await named(tx, here)
      if (!tag.ok) return tag
      const renamed = await renameTag(tx, by, { accountId: account.id, id: tag.value.id, name })
      return renamed.ok
        ? done(terminal.say('done.tag-renamed', { name }))
        : refused(terminal, renamed.refusal)
    },
  ),

  changing({ name: 'tag put', about: 'about.tag-put', takes: ['NAME'], options: targets }, (tx, here, by) =>
    move(tx, here, { by, on: true }),
  ),

  changing(
    { name: 'tag take-off', about: 'about.tag-take-off', takes: ['NAME'], options: targets },
    (tx, here, by) => move(tx, here, { by, on: false }),
  ),

  changing({ name: 'tag delete', about: 'about.tag-delete', takes: ['NAME'] }, async (tx, here, by) => {
    const { account, terminal } = here
    const tag = await named(tx, here)
    if (!tag.ok) return tag
    const removed = await removeTag(tx, by, { accountId: account.id, id: tag.value.id })
    if (!removed.ok) return refused(terminal, removed.refusal)
    return done(terminal.say('done.tag-deleted', { name: tag.value.name }))
  }),
]
